/** @see io.proviso.calendar */
module io.proviso.calendar {
    requires static transitive org.jspecify;
    requires transitive io.proviso.units;

    exports io.proviso.calendar;
}
