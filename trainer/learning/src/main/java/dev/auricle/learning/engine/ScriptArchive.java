package dev.auricle.learning.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs one function of TorchScript as the archive that PyTorch loads: a ZIP with the source, a pickled object of its
 * class that has no tensors, an empty tuple of constants and the version of the format.
 */
final class ScriptArchive {

    private static final String CLASS = """
            class Script(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    /** Pickle, protocol 2: {@code Script.__new__()} with the one attribute {@code training = True}. */
    private static final byte[] OBJECT =
            latin("\u0080\u0002c__torch__\nScript\n)\u0081}(X\u0008\u0000\u0000\u0000training\u0088ub.");

    /** Pickle, protocol 2: {@code ()}. */
    private static final byte[] NO_CONSTANTS = latin("\u0080\u0002).");

    private ScriptArchive() {}

    /** The bytes of the archive, for a function {@code def forward(self, …)}. */
    static byte[] of(String function) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "data.pkl", OBJECT);
            put(zip, "code/__torch__.py", (CLASS + function.indent(2)).getBytes(UTF_8));
            put(zip, "constants.pkl", NO_CONSTANTS);
            put(zip, "version", "3\n".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry("script/" + name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] latin(String octets) {
        return octets.getBytes(ISO_8859_1);
    }
}
