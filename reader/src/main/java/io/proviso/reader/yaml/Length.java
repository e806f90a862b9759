package io.proviso.reader.yaml;

/** A number and the first letter of its unit, as in {@code 10 days}. */
public record Length(int number, char unit) {
    /** Of a text that has one of the forms for lengths of time. */
    public static Length of(String text) {
        return new Length(
                Integer.parseInt(text.substring(0, text.indexOf(' '))), text.charAt(text.lastIndexOf(' ') + 1));
    }
}
