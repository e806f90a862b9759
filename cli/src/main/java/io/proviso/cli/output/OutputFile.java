package io.proviso.cli.output;

import io.proviso.units.Printable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that a command was asked to write. It is tried before the work begins, where it can still be refused without losing an answer, and
 * like a stream it passes nothing that is not seen.
 *
 * @param option by which it was asked for
 */
public record OutputFile(String option, Path path) {
    private static final Object WITHIN_THIS_PROCESS = new Object();

    /** In a directory, which is made where it is missing. */
    public static OutputFile tried(String option, Path directory, String name) {
        var file = new OutputFile(option, directory.toAbsolutePath().normalize().resolve(name));
        file.trying(() -> Files.createDirectories(file.path.getParent()));
        return tried(option, file.path);
    }

    /** Refuses what could not be written; what lies there stays as it is, and nothing new lies there afterwards. */
    public static OutputFile tried(String option, Path path) {
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

    public void write(String text) {
        trying(() -> Files.writeString(path, Printable.escaped(text)));
    }

    /**
     * Adds to what was read, or begins the file, in one step: whoever looks sees it without what is added or with it.
     *
     * @param asRead null if there was no file
     */
    public void append(@Nullable String asRead, String more) {
        trying(() -> {
            if (asRead == null) {
                Files.writeString(path, Printable.escaped(more), StandardOpenOption.CREATE_NEW);
                return;
            }
            var real = path.toRealPath();
            // The lock of a file is one of the whole process: threads wait for each other before they ask for it.
            synchronized (WITHIN_THIS_PROCESS) {
                try (var channel = FileChannel.open(real, StandardOpenOption.WRITE);
                        var _ = channel.lock()) {
                    replace(real, asRead, more);
                }
            }
        });
    }

    /** While nobody else may: who waited for the lock finds another text than it read. */
    private static void replace(Path real, String asRead, String more) throws IOException {
        if (!Files.readString(real).equals(asRead)) {
            throw new BadInputException(
                    real + " changed since it was read; nothing was written\nRun the command again.");
        }
        var beside = real.resolveSibling("." + real.getFileName() + ".new");
        try {
            Files.copy(real, beside, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(beside, asRead + Printable.escaped(more));
            Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            // After the move it may be that of the next in line: the lock was of the file that is gone.
            Files.deleteIfExists(beside);
            throw e;
        }
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
