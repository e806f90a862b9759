package io.proviso.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Ways for the hour, the machine or chance to slip into a decision without being a parameter of it. */
final class Ambient {
    static final DescribedPredicate<JavaAccess<?>> ACCESS =
            describe("it reads the clock, the machine or an unseeded generator", Ambient::isAmbient);

    private static final Set<String> NAMES = Set.of("now", "systemDefault", "getDefault", "randomUUID", "random");
    private static final Set<String> HARMLESS_OF_SYSTEM = Set.of("arraycopy", "identityHashCode");

    private Ambient() {}

    private static boolean isAmbient(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getName();
        return switch (owner) {
            case "java.lang.System" -> !HARMLESS_OF_SYSTEM.contains(name);
            case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system") || name.startsWith("tick");
            case "java.util.random.RandomGenerator" -> name.equals("of") || name.equals("getDefault");
            case "java.util.Collections" -> name.equals("shuffle") && parameters(access) == 1;
            case "java.util.Random", "java.util.SplittableRandom" -> name.equals("<init>") && parameters(access) == 0;
            case "java.security.SecureRandom" -> true;
            default -> owner.startsWith("java.") && NAMES.contains(name);
        };
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().size()
                : 0;
    }
}
