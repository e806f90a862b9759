package io.proviso.reader.trace;

/**
 * A row of a trace file that holds no job. It is left out and reported; the rows after it are read.
 *
 * @param file as it was named to the reader
 * @param row counted from 1, the header is row 1
 * @param what the value and the rule it breaks
 * @param text the row, cut after 80 characters
 */
public record BadRow(String file, int row, String what, String text) {
    @Override
    public String toString() {
        return file + ":" + row + ": " + what + ": " + text;
    }
}
