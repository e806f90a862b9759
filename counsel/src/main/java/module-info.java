/** @see io.proviso.counsel */
module io.proviso.counsel {
    requires static transitive org.jspecify;
    requires transitive io.proviso.agreement;
    requires transitive io.proviso.charts;

    exports io.proviso.counsel;
    exports io.proviso.counsel.outlook;
    exports io.proviso.counsel.watch;
}
