package io.proviso.agreement.clause;

import io.proviso.units.Party;
import java.util.List;

/** Who of the two sides of a commitment may leave it. */
public enum Leaver {
    CUSTOMER,
    SUPPLIER,
    EITHER;

    public boolean isCustomer() {
        return this != SUPPLIER;
    }

    public List<Party> parties(Party customer, Party supplier) {
        return switch (this) {
            case CUSTOMER -> List.of(customer);
            case SUPPLIER -> List.of(supplier);
            case EITHER -> List.of(customer, supplier);
        };
    }

    /** By name, as the subject of a sentence. */
    public String words(Party customer, Party supplier) {
        return switch (this) {
            case CUSTOMER -> customer.name();
            case SUPPLIER -> supplier.name();
            case EITHER -> customer + " or " + supplier;
        };
    }

    /** Those who may be left. */
    public List<Party> left(Party customer, Party supplier) {
        return switch (this) {
            case CUSTOMER -> List.of(supplier);
            case SUPPLIER -> List.of(customer);
            case EITHER -> List.of(customer, supplier);
        };
    }

    /** The side that is left. */
    public String other(Party customer, Party supplier) {
        return switch (this) {
            case CUSTOMER -> supplier.name();
            case SUPPLIER -> customer.name();
            case EITHER -> "the other side";
        };
    }
}
