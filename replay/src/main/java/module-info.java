/** @see io.proviso.replay */
module io.proviso.replay {
    exports io.proviso.replay;
    exports io.proviso.replay.faults;

    requires static transitive org.jspecify;
    requires transitive io.proviso.desk;
    requires transitive io.proviso.charts;
}
