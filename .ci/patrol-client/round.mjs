// round.mjs BASE TOKEN PERSON: a night's round with the client that was generated from the contract, at a mock or at a bridge.
// Each line says what was asked and answered, never of whom; exit code 1 at the first answer that the contract does not promise.
import { randomUUID } from "node:crypto";
import { Api } from "./generated/client.js";

const [base, token, person] = process.argv.slice(2);
const patrol = new Api({
  baseUrl: base,
  securityWorker: () => ({ headers: { Authorization: `Bearer ${token}` } }),
});
const night = randomUUID();
const eva = { name: "Eva Öberg", title: "undersköterska" };
const occurred = "2026-11-25T02:14:00+01:00";

async function asks(what, call, status) {
  const answer = await call({ format: "json" }).catch((refused) => refused);
  console.log(`${what}: ${answer.status}`);
  if (answer.status !== status) {
    throw new Error(`${what} was answered with ${answer.status}, not ${status}`);
  }
  return answer.data;
}

const note = { id: `${night}:1`, person, kind: "daily", occurred, author: eva, text: "Sov gott 🌙, åt äpple." };
const visit = { id: `${night}:2`, person, staff: eva, start: occurred, done: true };
const second = { ...note, id: `${night}:3`, text: "Drack ett glas vatten." };
const receipt = await asks("sendNote", (as) => patrol.notes.sendNote(note, as), 202);
await asks("sendNote, the same again", (as) => patrol.notes.sendNote(note, as), 202);
const read = await asks("readReceipt", (as) => patrol.receipts.readReceipt(receipt.receipt, as), 200);
if (!["received", "accepted", "seen"].includes(read.rung)) {
  throw new Error("a receipt without a rung");
}
await asks("sendVisit", (as) => patrol.visits.sendVisit(visit, as), 202);
await asks("sendBatch", (as) => patrol.batches.sendBatch({ entries: [{ note: second }] }, as), 207);
const withdrawal = { id: `${night}:4`, withdraws: `${night}:1` };
await asks("withdrawNote", (as) => patrol.withdrawals.withdrawNote(withdrawal, as), 202);
const page = await asks("readChanges", (as) => patrol.changes.readChanges({ count: 100 }, as), 200);
const { key, version } = page.changes[0];
await asks("confirmSeen", (as) => patrol.seen.confirmSeen({ seen: [{ key, version }] }, as), 200);
