/** @see io.proviso.replay */
module io.proviso.replay {
    requires static transitive org.jspecify;
    requires transitive io.proviso.desk;
    requires transitive io.proviso.charts;

    exports io.proviso.replay;
    exports io.proviso.replay.queue;
    exports io.proviso.replay.scenario;
    exports io.proviso.replay.study;
    exports io.proviso.replay.report;
}
