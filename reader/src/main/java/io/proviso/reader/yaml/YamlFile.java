package io.proviso.reader.yaml;

import io.proviso.reader.yaml.Node.Fields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** From the bytes of a file to its top mapping; every way in which bytes can be wrong is a problem of that file. */
public final class YamlFile {
    /** A hundred times the largest agreement we have seen. */
    public static final int MOST_BYTES = 4 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private YamlFile() {}

    /** The bytes of a file, never more than one beyond the limit; null, with a problem added, if it cannot be read. */
    public static byte @Nullable [] load(Path file, String name, Problems problems) {
        Place whole = SourceText.of(name, "").whole();
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                problems.addOfSense(whole, "this is a directory, not a file", "Rename it, or name a file in it.");
                return null;
            }
            // Opening a pipe waits for whoever writes into it, and nobody may ever come.
            if (!attributes.isRegularFile()) {
                problems.addOfSense(
                        whole, "this is a pipe, a socket or a device, not a file", "Write its content into a file.");
                return null;
            }
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes(MOST_BYTES + 1);
            }
        } catch (IOException e) {
            problems.addOfSense(whole, unread(file), "Check the path and its permissions.");
            return null;
        }
    }

    private static String unread(Path file) {
        if (Files.exists(file)) {
            return "the file cannot be read";
        }
        return Files.isSymbolicLink(file) ? "this link leads to no file" : "there is no such file";
    }

    /** The mapping that a file must consist of; null, with a problem added, if it is anything else. */
    public static @Nullable Fields parse(String name, byte[] bytes, Problems problems) {
        if (bytes.length > MOST_BYTES) {
            String tooLarge = "the file is larger than " + (MOST_BYTES >> 20) + " MiB";
            problems.addOfSense(SourceText.of(name, "").whole(), tooLarge, "Split it into several agreements.");
            return null;
        }
        String text = text(name, bytes, problems);
        if (text == null) {
            return null;
        }
        SourceText source = SourceText.of(name, text);
        if (refuseUnprintable(source, text, problems)) {
            return null;
        }
        Node document = YamlParser.parse(source, text, problems);
        if (document != null && !(document instanceof Fields)) {
            problems.add(document.place(), "the file must be a mapping, not " + document.kind(), "Write 'key: value'.");
        }
        return document instanceof Fields fields ? fields : null;
    }

    /** Says where the first character stands that YAML has no place for, not even in quotes, and how many more there are. */
    private static boolean refuseUnprintable(SourceText source, String text, Problems problems) {
        int[] at = text.codePoints().filter(c -> !isOfYaml(c)).toArray();
        if (at.length == 0) {
            return false;
        }
        int line = 1;
        while (source.line(line).codePoints().allMatch(YamlFile::isOfYaml)) {
            line++;
        }
        int column = 1
                + (int) source.line(line)
                        .codePoints()
                        .takeWhile(YamlFile::isOfYaml)
                        .count();
        problems.addOfSense(
                new Place(source, line, column, 1),
                "U+%04X %s may not stand in a file of YAML".formatted(at[0], Character.getName(at[0]))
                        + (at.length == 1 ? "" : ", nor may " + (at.length - 1) + " more of its kind after it"),
                "Remove it, or save the file anew as text in UTF-8.");
        return true;
    }

    /** What the YAML specification calls printable. */
    private static boolean isOfYaml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0x7E)
                || c == 0x85
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** By its byte order mark, which no UTF-8 begins with. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private static @Nullable String text(String name, byte[] bytes, Problems problems) {
        if (isUtf16(bytes)) {
            problems.addOfSense(SourceText.of(name, "").whole(), "the file is UTF-16, not UTF-8", "Save it as UTF-8.");
            return null;
        }
        var decoder = StandardCharsets.UTF_8.newDecoder();
        try {
            String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            var source = SourceText.of(name, new String(bytes, StandardCharsets.UTF_8));
            int line = 1;
            while (line < source.lines().size() && source.line(line).indexOf('\uFFFD') < 0) {
                line++;
            }
            int column = Math.max(0, source.line(line).indexOf('\uFFFD')) + 1;
            problems.addOfSense(new Place(source, line, column, 1), "the file is not UTF-8 here", "Save it as UTF-8.");
            return null;
        }
    }
}
