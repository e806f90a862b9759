/** @see io.proviso.faults */
module io.proviso.faults {
    requires static transitive org.jspecify;
    requires transitive io.proviso.desk;

    exports io.proviso.faults;
}
