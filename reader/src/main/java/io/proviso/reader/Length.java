package io.proviso.reader;

/** A number and the first letter of its unit, as in {@code 10 days}. */
record Length(int number, char unit) {
    /** Of a text that has one of the forms for lengths of time. */
    static Length of(String text) {
        return new Length(
                Integer.parseInt(text.substring(0, text.indexOf(' '))), text.charAt(text.lastIndexOf(' ') + 1));
    }
}
