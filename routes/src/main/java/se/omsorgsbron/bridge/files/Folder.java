package se.omsorgsbron.bridge.files;

import java.io.InputStream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** A folder, here or on an SFTP server, in which files are put as a whole: under another name first, and then renamed. */
public final class Folder {
    private final ProducerTemplate template;
    private final Endpoint endpoint;

    public Folder(ProducerTemplate template, Endpoint endpoint) {
        this.template = template;
        this.endpoint = endpoint;
    }

    /**
     * Puts a file there, in the place of the one of that name.
     *
     * @param name a path below the folder
     * @throws org.apache.camel.CamelExecutionException where the folder does not answer or does not take it
     */
    public void put(String name, InputStream content) {
        template.sendBodyAndHeader(endpoint, content, Exchange.FILE_NAME, name);
    }
}
