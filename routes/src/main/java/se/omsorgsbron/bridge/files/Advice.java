package se.omsorgsbron.bridge.files;

import java.util.Arrays;

/** What to do about a fault, in English and Swedish. The sender of the file reads it. */
enum Advice {
    ID(
            "id",
            "Give the line an id of its own: letters, digits and . _ : - without anything of a person in it.",
            "Ge raden ett eget id: bokstäver (a–z), siffror och . _ : - utan något om en person."),
    PERSON(
            "person",
            "Write the person's number with 12 digits, of somebody who has home care in the municipality.",
            "Skriv personens nummer med 12 siffror; personen ska ha hemtjänst i kommunen."),
    KIND(
            "kind",
            "Write one of the kinds in docs/night-patrol.md.",
            "Skriv ett av slagen: daily (löpande), deviation (avvikelse), risk, follow-up (uppföljning), changed-need (förändrat behov),"
                    + " hand-over (överlämning), officer-contact (kontakt med handläggaren), critical-information (viktig information)."),
    OCCURRED(
            "occurred",
            "Write day, time and offset, such as 2026-11-25T02:14:00+01:00.",
            "Skriv dag, klockslag och tidsförskjutning, till exempel 2026-11-25T02:14:00+01:00."),
    AUTHOR_NAME("authorName", "Write who wrote the note, in one line.", "Skriv vem som skrev anteckningen, på en rad."),
    AUTHOR_TITLE("authorTitle", "Write the title in one line, or nothing.", "Skriv titeln på en rad, eller ingenting."),
    AUTHOR_HSA_ID(
            "authorHsaId", "Write the author's HSA-id, or nothing.", "Skriv författarens HSA-id, eller ingenting."),
    TEXT(
            "text",
            "Write the note: 1 to 20,000 characters. A longer one becomes two notes.",
            "Skriv anteckningen: 1 till 20 000 tecken. En längre delas i två."),
    FOLLOW_UP("followUpWanted", "Write true, false or nothing.", "Skriv true (ja), false (nej) eller ingenting."),
    CORRECTS(
            "corrects",
            "Write the id of an earlier note on the same person, or nothing.",
            "Skriv id för en tidigare anteckning om samma person, eller ingenting."),
    WITHDRAWS(
            "withdraws",
            "Write the id of the note that is withdrawn, and nothing but the line's own id beside it.",
            "Skriv id för anteckningen som återkallas, och inget annat än radens eget id."),
    OTHER_CONTENT(
            "",
            "Nothing was changed. Send a correction under a new id, with the first id in corrects.",
            "Ingenting har ändrats. Skicka en rättelse under ett nytt id, med det första id:t i corrects."),
    HEADER(
            "",
            "Mend the first line and send the file again: nothing of it was read.",
            "Rätta första raden och skicka filen igen: inget i den har lästs."),
    QUOTE(
            "",
            "Put quotation marks around the whole value, and write each one within it twice.",
            "Sätt citattecken runt hela värdet, och skriv varje citattecken inuti det två gånger."),
    TOO_LONG(
            "",
            "Divide the line into notes of at most 20,000 characters.",
            "Dela raden i anteckningar på högst 20 000 tecken."),
    VALUES(
            "",
            "Write as many values as the first line has columns; a value with a separator in it stands in quotation marks.",
            "Skriv lika många värden som första raden har kolumner; ett värde med skiljetecken i står inom citattecken."),
    CUT(
            "",
            "The file may have been cut. Send the line again, whole and with a line break at its end.",
            "Filen kan vara avklippt. Skicka raden igen, hel och med radbrytning i slutet."),
    LETTERS(
            "",
            "Save the file as UTF-8 or Windows-1252 and send the line again.",
            "Spara filen som UTF-8 eller Windows-1252 och skicka raden igen."),
    NOT_STORED("", "Ask the operations of the bridge why.", "Fråga brons drift varför.");

    private final String column;
    private final String english;
    private final String swedish;

    Advice(String column, String english, String swedish) {
        this.column = column;
        this.english = english;
        this.swedish = swedish;
    }

    static Advice of(String column) {
        return Arrays.stream(values())
                .filter(advice -> !column.isEmpty() && advice.column.equals(column))
                .findFirst()
                .orElse(VALUES);
    }

    String english() {
        return english;
    }

    String swedish() {
        return swedish;
    }
}
