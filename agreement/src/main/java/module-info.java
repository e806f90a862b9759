/** @see io.proviso.agreement */
module io.proviso.agreement {
    requires static transitive org.jspecify;
    requires transitive io.proviso.units;
    requires transitive io.proviso.calendar;

    exports io.proviso.agreement;
}
