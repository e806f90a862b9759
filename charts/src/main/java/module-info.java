/** @see io.proviso.charts */
module io.proviso.charts {
    requires static transitive org.jspecify;

    exports io.proviso.charts;
}
