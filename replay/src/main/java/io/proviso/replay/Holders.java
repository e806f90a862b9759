package io.proviso.replay;

import io.proviso.agreement.Agreement.Role;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.units.Provider;
import java.util.List;

/** Whose supply stands behind a right of first refusal. */
final class Holders {
    private Holders() {}

    /** Whether it is the supply of a holder that sees what others bid before it is signed, as the rights stand now. */
    static boolean mayMatch(Provider provider, World world) {
        var basis = world.basis();
        return world.rulings().now().rights(basis.asOf(world.now()), basis.knownAt(world.now())).stream()
                .filter(right -> right.terms().preemption().bidsComeFirst())
                .anyMatch(right -> roles(right, world).stream().map(Role::of).anyMatch(provider.name()::equals));
    }

    private static List<Role> roles(RightInForce right, World world) {
        return world.rulings().now().portfolio().agreements().stream()
                .filter(agreement -> agreement.name().equals(right.name().agreement()))
                .flatMap(agreement ->
                        agreement.parties().getOrDefault(right.terms().holder(), List.of()).stream())
                .toList();
    }
}
