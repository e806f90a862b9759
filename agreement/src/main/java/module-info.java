/** @see io.proviso.agreement */
module io.proviso.agreement {
    requires static transitive org.jspecify;
    requires transitive io.proviso.units;
    requires transitive io.proviso.calendar;

    exports io.proviso.agreement;
    exports io.proviso.agreement.clause;
    exports io.proviso.agreement.portfolio;
    exports io.proviso.agreement.question;
    exports io.proviso.agreement.norms;
    exports io.proviso.agreement.rounds;
    exports io.proviso.agreement.ruling;
}
