/** @see io.proviso.counsel */
module io.proviso.counsel {
    requires static transitive org.jspecify;
    requires transitive io.proviso.agreement;
    requires transitive io.proviso.charts;

    exports io.proviso.counsel;
    exports io.proviso.counsel.check;
    exports io.proviso.counsel.compare;
    exports io.proviso.counsel.cure;
    exports io.proviso.counsel.due;
    exports io.proviso.counsel.english;
    exports io.proviso.counsel.explain;
    exports io.proviso.counsel.notice;
    exports io.proviso.counsel.outlook;
    exports io.proviso.counsel.render;
    exports io.proviso.counsel.verify;
    exports io.proviso.counsel.watch;
}
