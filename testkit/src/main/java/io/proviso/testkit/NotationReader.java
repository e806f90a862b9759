package io.proviso.testkit;

import io.proviso.testkit.Node.Entries;
import io.proviso.testkit.Node.Fields;
import io.proviso.testkit.Node.Items;
import io.proviso.testkit.Node.Quoted;
import io.proviso.testkit.Node.Word;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;

/** Reads what {@link Notation} writes, by recursive descent. */
final class NotationReader {
    private static final char END = '\0';

    private final String text;
    private int at;

    NotationReader(String text) {
        this.text = text;
    }

    Node all() {
        var node = node();
        if (next() != END) {
            throw wrong("the end");
        }
        return node;
    }

    private Node node() {
        return switch (next()) {
            case '[' -> items();
            case '{' -> entries();
            case '"' -> new Quoted(string());
            default -> {
                var word = word();
                yield next() == '(' ? fields(word) : new Word(word);
            }
        };
    }

    private Fields fields(String type) {
        var components = new LinkedHashMap<String, Node>();
        for (var more = opened(')'); more; more = continued(')')) {
            var name = word();
            take('=');
            if (components.put(name, node()) != null) {
                throw twice(type + "." + name);
            }
        }
        return new Fields(type, components);
    }

    private Items items() {
        var items = new ArrayList<Node>();
        for (var more = opened(']'); more; more = continued(']')) {
            items.add(node());
        }
        return new Items(items);
    }

    private Entries entries() {
        var entries = new LinkedHashMap<Node, Node>();
        for (var more = opened('}'); more; more = continued('}')) {
            var key = node();
            take('=');
            if (entries.put(key, node()) != null) {
                throw twice(Notation.line(key));
            }
        }
        return new Entries(entries);
    }

    /** Steps over the opening bracket; whether anything is inside. */
    private boolean opened(char close) {
        at++;
        if (next() != close) {
            return true;
        }
        at++;
        return false;
    }

    /** Steps over a comma, or the closing bracket after the last. */
    private boolean continued(char close) {
        if (next() == ',') {
            at++;
            return true;
        }
        take(close);
        return false;
    }

    private String word() {
        next();
        int begin = at;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            throw wrong("a value");
        }
        return text.substring(begin, at);
    }

    static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isOfWord((char) c));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || "_.:+-/$^".indexOf(c) >= 0;
    }

    private String string() {
        take('"');
        var string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        take('"');
        return string.toString();
    }

    private char escaped() {
        char after = at + 1 < text.length() ? text.charAt(at + 1) : END;
        if (after == '"' || after == '\\') {
            at += 2;
            return after;
        }
        int end = at + 6;
        if (after != 'u'
                || end > text.length()
                || !text.substring(at + 2, end).chars().allMatch(HexFormat::isHexDigit)) {
            throw wrong("an escape: \\\", \\\\, or \\u and four hexadecimal digits");
        }
        at = end;
        return (char) HexFormat.fromHexDigits(text, end - 4, end);
    }

    private void take(char expected) {
        if (next() != expected) {
            throw wrong("'" + expected + "'");
        }
        at++;
    }

    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private IllegalArgumentException wrong(String expected) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - text.lastIndexOf('\n', at - 1);
        var found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new IllegalArgumentException(
                "text: line " + line + ", column " + column + " has " + found + ", not " + expected);
    }

    private IllegalArgumentException twice(String what) {
        return new IllegalArgumentException("text: " + what + " is there twice");
    }
}
