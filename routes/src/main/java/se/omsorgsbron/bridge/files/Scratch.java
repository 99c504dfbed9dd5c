package se.omsorgsbron.bridge.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Room on disk for something that is too long for memory. It has no name: what stands in it is gone when it is closed, and also when the
 * process is killed.
 */
public final class Scratch implements AutoCloseable {
    private final FileChannel channel;

    private Scratch(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty room. */
    public static Scratch empty() throws IOException {
        Path file = Files.createTempFile("omsorgsbron", ".tmp");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        // Privacy: a process that is killed leaves nothing behind.
        Files.delete(file);
        return new Scratch(channel);
    }

    /** Room with all that the stream has, which is closed. */
    static Scratch of(InputStream in) throws IOException {
        Scratch scratch = empty();
        try (in) {
            in.transferTo(scratch.out());
        } catch (IOException e) {
            scratch.close();
            throw e;
        }
        return scratch;
    }

    /** Writes on from where it stands; closing it closes nothing. */
    public OutputStream out() {
        OutputStream out = Channels.newOutputStream(channel);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }
        };
    }

    /** Reads all of it; one stream at a time, and closing it closes nothing. */
    public InputStream in() throws IOException {
        channel.position(0);
        InputStream in = Channels.newInputStream(channel);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return in.read(bytes, offset, length);
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
