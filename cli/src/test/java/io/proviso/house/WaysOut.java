package io.proviso.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.PrintStream;
import java.util.Set;

/** Ways for text to reach people or a disk; each has one class that may take it. */
final class WaysOut {
    private static final String PEOPLE = "io.proviso.cli.output.Output";
    private static final String FILES = "io.proviso.cli.output.OutputFile";

    static final DescribedPredicate<JavaAccess<?>> TO_PEOPLE =
            describe("it writes past " + PEOPLE, access -> !isIn(PEOPLE, access) && isToPeople(access));

    static final DescribedPredicate<JavaAccess<?>> TO_FILES =
            describe("it writes past " + FILES, access -> !isIn(FILES, access) && isToFiles(access));

    private static final Set<String> STREAMS = Set.of("out", "err");
    private static final Set<String> WRITERS = Set.of(
            "java.io.PrintStream",
            "java.io.PrintWriter",
            "java.io.OutputStreamWriter",
            "java.io.FileOutputStream",
            "java.io.FileWriter",
            "java.io.RandomAccessFile");
    private static final Set<String> WRITES =
            Set.of("write", "writeString", "newBufferedWriter", "newOutputStream", "newByteChannel", "copy", "move");

    private WaysOut() {}

    private static boolean isToPeople(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return switch (access) {
            case JavaConstructorCall call -> WRITERS.contains(owner.getFullName());
            case JavaMethodCall call
            when call.getName().equals("printStackTrace") ->
                call.getTarget().getRawParameterTypes().isEmpty();
            case JavaMethodCall call ->
                owner.isAssignableTo(PrintStream.class) || call.getName().equals("console");
            default ->
                (owner.isEquivalentTo(System.class) || owner.isEquivalentTo(java.io.FileDescriptor.class))
                        && STREAMS.contains(access.getName());
        };
    }

    private static boolean isToFiles(JavaAccess<?> access) {
        return access.getTargetOwner().getFullName().equals("java.nio.file.Files") && WRITES.contains(access.getName());
    }

    private static boolean isIn(String name, JavaAccess<?> access) {
        JavaCodeUnit origin = access.getOrigin();
        var outermost = origin.getOwner().getFullName().replaceFirst("\\$.*", "");
        return outermost.equals(name);
    }
}
