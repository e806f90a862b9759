/** @see io.proviso.desk */
module io.proviso.desk {
    requires static transitive org.jspecify;
    requires transitive io.proviso.agreement;

    exports io.proviso.desk;
    exports io.proviso.desk.rounds;
}
