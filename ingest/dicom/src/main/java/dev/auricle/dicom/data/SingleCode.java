package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Vr;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** One encoding for all of a text: UTF-8, GB18030, GBK and the default repertoire. */
record SingleCode(Charset charset) implements TextCode {
    @Override
    public Optional<String> decode(Bytes bytes, Vr vr) {
        return Optional.of(bytes.string(charset));
    }

    @Override
    public Optional<byte[]> encode(String text, Vr vr) {
        try {
            var encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
