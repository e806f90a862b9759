package io.proviso.counsel.outlook;

import java.util.List;

/** What is needed, and what those said who may supply it: of a supplier who is not named nothing is known. */
public record Needs(List<Need> needs, List<Supplier> suppliers) {
    public Needs {
        needs = List.copyOf(needs);
        suppliers = List.copyOf(suppliers);
    }

    Supplier supplier(String name) {
        return suppliers.stream()
                .filter(supplier -> supplier.name().equals(name))
                .findFirst()
                .orElseGet(() -> Supplier.unheard(name));
    }
}
