/** @see io.proviso.units */
module io.proviso.units {
    requires static transitive org.jspecify;

    exports io.proviso.units;
}
