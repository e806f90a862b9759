package io.proviso.cli;

import io.proviso.units.Printable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that a command was asked to write. It is tried before the work begins, where it can still be refused without losing an answer, and
 * like a stream it passes nothing that is not seen.
 *
 * @param option by which it was asked for
 */
record OutputFile(String option, Path path) {
    /** In a directory, which is made where it is missing. */
    static OutputFile tried(String option, Path directory, String name) {
        var file = new OutputFile(option, directory.toAbsolutePath().normalize().resolve(name));
        file.trying(() -> Files.createDirectories(file.path.getParent()));
        return tried(option, file.path);
    }

    /** Refuses what could not be written; what lies there stays as it is, and nothing new lies there afterwards. */
    static OutputFile tried(String option, Path path) {
        var file = new OutputFile(option, path);
        file.trying(file::open);
        return file;
    }

    private void open() throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a directory");
        }
        if (Files.exists(path)) {
            Files.newOutputStream(path, StandardOpenOption.APPEND).close();
        } else {
            Files.createFile(path);
            Files.delete(path);
        }
    }

    void write(String text) {
        trying(() -> Files.writeString(path, Printable.escaped(text)));
    }

    private interface Attempt {
        void make() throws IOException;
    }

    private void trying(Attempt attempt) {
        try {
            attempt.make();
        } catch (IOException e) {
            throw new BadInputException(option + ": '" + path + "' cannot be written (" + reason(e)
                    + ")\nName a place where files can be written.");
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "its directory does not exist";
            case AccessDeniedException _ -> "access is denied";
            case NotDirectoryException file -> "'" + file.getFile() + "' is no directory";
            case FileAlreadyExistsException file -> "'" + file.getFile() + "' is no directory";
            case FileSystemException other when other.getReason() != null -> String.valueOf(other.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }
}
