module round

/*
 * One round of first refusal: one capacity request, one holder of the right, two alternates.
 *
 * This is a second opinion. It was written from the protocol alone (facts of pre-emptive rights and the sections "Desk"
 * and "Time" of the design), and committed before its author had read the code of module desk. README.md beside it maps
 * its actions to commands.
 *
 * Quantities are sets: every GPU of the request is an atom, so "nothing is promised twice and nothing is lost" is plain
 * set algebra, and a number of GPUs is the size of a set.
 *
 * Time is where the clock stands as seen from the deadline. It stands still until a complete notice is received, because
 * only a receipt starts it. The right ends strictly before or strictly after the deadline, never in the same instant.
 *
 * Left out: tail and re-offer, several holders, matching, aggregation, withdrawal, lots and gangs, delivery after award.
 */

open util/ordering[Row] as arrival

// ---------------------------------------------------------------- what stays the same during one history

sig Gpu {}

/** What the holder wrote: the GPUs it takes. All is an acceptance, some a partial one, none a decline. */
sig Answer { takes: set Gpu }

/** Other terms instead of a yes: a decline, as no clause here says otherwise. */
sig Counter in Answer {} { no takes }

/** A row of the inbox. Two rows of one answer are a duplicate. Rows are committed, and read, in one order. */
sig Row { answer: one Answer }

abstract sig Alternate {}
one sig Cheaper, Dearer extends Alternate {}

enum PartialRule { AnyPart, NoPart }
enum LapseRule { LapseDeclines, LapseAccepts }

one sig Clause { partial: one PartialRule, onLapse: one LapseRule }

enum Moment { Early, AtDeadline, Past }
enum Yes { yes }

enum Phase { Absent, Dispatched, Defective, Open, Accepted, PartlyAccepted, Declined, Lapsed, Waived, Moot, NotNeeded }

fun answered: set Phase { Accepted + PartlyAccepted + Declined }
fun settled: set Phase { answered + Lapsed + Waived + Moot + NotNeeded }

/** Rules broken on purpose, one at a time, to see that the properties can fail. */
enum Fault { AwardsBeforeRelease, ExpiresUnread, SecondAnswerActs, ReleasesEverything, DefectStartsTheClock,
  ReadingTimeCounts, EndOfRightOvertakes, EndOfRightUnnoticed, LapsesAfterTheRight }
sig Planted in Fault {}

fact { lone Planted and some Gpu }

// ---------------------------------------------------------------- what changes

/** What happened outside, whether or not the desk has noticed. */
one sig World {
  var clock: one Moment,
  var delivered: lone Yes,
  var moved: lone Yes,
  var waived: lone Yes,
  var ended: lone Moment,      // where the clock stood when the right ended
  var unread: set Row,
  var read: set Row,
  var inTime: set Row          // by the instant of commit, never by the instant of reading
}

/** What the desk holds to be so. */
one sig Desk {
  var phase: one Phase,
  var accepted: set Gpu,
  var released: set Gpu,
  var invited: lone Yes,
  var quoted: Alternate -> Gpu,
  var awarded: Alternate -> Gpu,
  var unmet: set Gpu
}

enum Act { Request, Receive, ReceiveAgain, FindDefect, SendAgain, Tick, MoveDeadline, EndRight, Commit, Read, ReadUnmarked,
  Expire, ExpireRefused, Waive, CloseMoot, Invite, Quote, Award, AwardRefused, CloseUnfilled, Crash }

one sig Step { var act: one Act, var row: lone Row, var from: lone Alternate }

// ---------------------------------------------------------------- what the law says, from the world alone

pred stands[a: Answer] { a not in Counter and (a.takes = Gpu or Clause.partial = AnyPart) }
fun took[a: Answer]: set Gpu { stands[a] => a.takes else none }
fun outcome[taken: set Gpu]: Phase { taken = Gpu => Accepted else (some taken => PartlyAccepted else Declined) }

pred rightHolds { no World.ended and no World.waived }
pred lapsedInLaw { some World.delivered and World.clock = Past and World.ended != Early and no World.waived and no World.inTime }
pred holderHasHadItsSay { some World.inTime or lapsedInLaw or not rightHolds }
fun holderTook: set Gpu {
  some World.inTime => took[arrival/min[World.inTime].answer]
  else (lapsedInLaw and Clause.onLapse = LapseAccepts => Gpu else none)
}

// ---------------------------------------------------------------- frames

pred clockStays { World.clock' = World.clock and World.delivered' = World.delivered and World.moved' = World.moved }
pred rightStays { World.ended' = World.ended and World.waived' = World.waived }
pred inboxStays { World.unread' = World.unread and World.read' = World.read and World.inTime' = World.inTime }
pred offerStays { Desk.phase' = Desk.phase and Desk.accepted' = Desk.accepted and Desk.released' = Desk.released }
pred bidsStay { Desk.invited' = Desk.invited and Desk.quoted' = Desk.quoted }
pred awardsStay { Desk.awarded' = Desk.awarded and Desk.unmet' = Desk.unmet }
pred alternatesStay { bidsStay and awardsStay }
pred worldStays { clockStays and rightStays and inboxStays }
pred deskStays { offerStays and alternatesStay }

pred label[a: Act] { Step.act = a and no Step.row and no Step.from }

pred settle[p: Phase, taken: set Gpu] {
  Desk.phase' = p
  Desk.accepted' = taken
  Desk.released' = (ReleasesEverything in Planted => Gpu else Gpu - taken)
}

// ---------------------------------------------------------------- the offer and its receipt

/** With no right in force the request needs no offer: everything is free at once. */
pred request {
  label[Request] and Desk.phase = Absent
  no World.ended
    => (Desk.phase' = Dispatched and Desk.accepted' = Desk.accepted and Desk.released' = Desk.released)
    else settle[NotNeeded, none]
  worldStays and alternatesStay
}

pred canReceive { Desk.phase = Dispatched and rightHolds }

pred receive {
  label[Receive] and canReceive
  Desk.phase' = Open and World.delivered' = yes
  Desk.accepted' = Desk.accepted and Desk.released' = Desk.released
  World.clock' = World.clock and World.moved' = World.moved
  rightStays and inboxStays and alternatesStay
}

/** A second proof of delivery neither restarts the clock nor moves the deadline. */
pred receiveAgain { label[ReceiveAgain] and some World.delivered and worldStays and deskStays }

pred findDefect {
  label[FindDefect] and canReceive
  Desk.phase' = (DefectStartsTheClock in Planted => Open else Defective)
  Desk.accepted' = Desk.accepted and Desk.released' = Desk.released
  worldStays and alternatesStay
}

pred canSendAgain { Desk.phase = Defective and rightHolds }

pred sendAgain {
  label[SendAgain] and canSendAgain
  Desk.phase' = Dispatched and Desk.accepted' = Desk.accepted and Desk.released' = Desk.released
  worldStays and alternatesStay
}

// ---------------------------------------------------------------- time

pred canTick { (some World.delivered or (DefectStartsTheClock in Planted and Desk.phase = Open)) and World.clock != Past }

pred tick {
  label[Tick] and canTick
  World.clock' = (World.clock = Early => AtDeadline else Past)
  World.delivered' = World.delivered and World.moved' = World.moved
  rightStays and inboxStays and deskStays
}

/** A closure becomes known before expiry: the deadline is later than it was. Once, or no round would ever have to end. */
pred moveDeadline {
  label[MoveDeadline] and Desk.phase = Open and World.clock != Past and no World.moved and rightHolds
  World.clock' = Early and World.moved' = yes and World.delivered' = World.delivered
  rightStays and inboxStays and deskStays
}

pred endRight {
  label[EndRight] and no World.ended and World.clock != AtDeadline
  World.ended' = World.clock and World.waived' = World.waived
  clockStays and inboxStays and deskStays
}

// ---------------------------------------------------------------- answers

/** The holder can answer what it has received. Receipt of the answer is the commit of the row. */
pred commit[r: Row] {
  Step.act = Commit and Step.row = r and no Step.from
  some World.delivered and r = arrival/min[Row - World.unread - World.read]
  World.unread' = World.unread + r and World.read' = World.read
  World.inTime' = World.inTime + (World.clock != Past and rightHolds => r else none)
  clockStays and rightStays and deskStays
}

pred acts[r: Row] {
  Desk.phase = Open or (SecondAnswerActs in Planted and Desk.phase in answered)
  ReadingTimeCounts in Planted => World.clock != Past else r in World.inTime
}

pred takeUp[r: Row] {
  r = arrival/min[World.unread]
  Step.row = r and no Step.from
  acts[r] => settle[outcome[took[r.answer]], took[r.answer]] else offerStays
  World.inTime' = World.inTime
  clockStays and rightStays and alternatesStay
}

pred read {
  Step.act = Read
  some r: World.unread { takeUp[r] and World.unread' = World.unread - r and World.read' = World.read + r }
}

/** The answer was appended, and the process died before the row was marked: the same row is read again. */
pred readUnmarked {
  Step.act = ReadUnmarked
  some r: World.unread { takeUp[r] and World.unread' = World.unread and World.read' = World.read }
}

pred inboxReadThroughTheDeadline { no World.unread & World.inTime }

pred canExpire {
  Desk.phase = Open and World.clock = Past
  World.ended != Early or LapsesAfterTheRight in Planted
  inboxReadThroughTheDeadline or ExpiresUnread in Planted
}

pred expire {
  label[Expire] and canExpire
  settle[Lapsed, (Clause.onLapse = LapseAccepts => Gpu else none)]
  worldStays and alternatesStay
}

pred expireRefused { label[ExpireRefused] and Desk.phase != Absent and not canExpire and worldStays and deskStays }

pred waive {
  label[Waive] and Desk.phase in Dispatched + Defective + Open
  rightHolds and World.clock != Past and inboxReadThroughTheDeadline
  settle[Waived, none]
  World.waived' = yes and World.ended' = World.ended
  clockStays and inboxStays and alternatesStay
}

/** What was received while the right was in force is read first: an acceptance of that time stands. */
pred canCloseMoot {
  Desk.phase in Dispatched + Defective + Open and some World.ended
  Desk.phase = Open implies World.ended = Early
  inboxReadThroughTheDeadline or EndOfRightOvertakes in Planted
  EndOfRightUnnoticed not in Planted
}

pred closeMoot { label[CloseMoot] and canCloseMoot and settle[Moot, none] and worldStays and alternatesStay }

// ---------------------------------------------------------------- alternates

fun free: set Gpu { AwardsBeforeRelease in Planted => Gpu - Desk.accepted else Desk.released }
pred closed { some Desk.awarded or some Desk.unmet or Desk.accepted = Gpu }
pred canInvite { Desk.phase != Absent and some free and no Desk.invited }

pred invite {
  label[Invite] and canInvite
  Desk.invited' = yes and Desk.quoted' = Desk.quoted
  worldStays and offerStays and awardsStay
}

pred quote[a: Alternate] {
  Step.act = Quote and Step.from = a and no Step.row
  some Desk.invited and no a.(Desk.quoted) and not closed
  some a.(Desk.quoted') and a.(Desk.quoted') in free
  all other: Alternate - a | other.(Desk.quoted') = other.(Desk.quoted)
  Desk.invited' = Desk.invited
  worldStays and offerStays and awardsStay
}

pred canConclude { some Desk.invited and not closed }

/** Least cost: everything the cheaper one offers, then the dearer one for what is left. */
pred award {
  label[Award] and canConclude and some Desk.quoted
  let cheap = Cheaper.(Desk.quoted), left = free - cheap, dear = Dearer.(Desk.awarded') {
    Cheaper.(Desk.awarded') = cheap
    dear in left
    #dear = (#left < #Dearer.(Desk.quoted) => #left else #Dearer.(Desk.quoted))
    Desk.unmet' = left - dear
  }
  worldStays and offerStays and bidsStay
}

pred awardRefused {
  label[AwardRefused] and Desk.phase != Absent and no Desk.released and worldStays and deskStays
}

pred closeUnfilled {
  label[CloseUnfilled] and canConclude and no Desk.quoted
  Desk.unmet' = free and Desk.awarded' = Desk.awarded
  worldStays and offerStays and bidsStay
}

/** Also a command that was decided and never appended, and a quiet moment. */
pred crash { label[Crash] and worldStays and deskStays }

// ---------------------------------------------------------------- histories

pred start {
  World.clock = Early and no World.delivered and no World.moved and no World.waived and no World.ended
  no World.unread and no World.read and no World.inTime
  Desk.phase = Absent and no Desk.accepted and no Desk.released
  no Desk.invited and no Desk.quoted and no Desk.awarded and no Desk.unmet
}

pred step {
  request or receive or receiveAgain or findDefect or sendAgain or tick or moveDeadline or endRight
  or (some r: Row | commit[r]) or read or readUnmarked or expire or expireRefused or waive or closeMoot
  or invite or (some a: Alternate | quote[a]) or award or awardRefused or closeUnfilled or crash
}

fact { start and always step }

// ---------------------------------------------------------------- what must hold

pred noAwardBeforeTheHolderHadItsSay {
  always (some Desk.awarded implies (holderHasHadItsSay and no Alternate.(Desk.awarded) & holderTook))
}

pred oneTerminalAnswer {
  always (Desk.phase in settled implies (Desk.phase' = Desk.phase and Desk.accepted' = Desk.accepted))
}

pred quantityIsConserved {
  always {
    no Desk.accepted & Desk.released
    Desk.phase in settled implies Desk.accepted + Desk.released = Gpu
    all disj a, b: Alternate | no a.(Desk.awarded) & b.(Desk.awarded)
    Alternate.(Desk.awarded) + Desk.unmet in Desk.released
    no Alternate.(Desk.awarded) & Desk.unmet
    closed implies Desk.accepted + Alternate.(Desk.awarded) + Desk.unmet = Gpu
  }
}

/** The first answer committed in time decides, however late it is read; no other does. */
pred anAnswerInTimeIsNeverOvertaken {
  always {
    Desk.phase in Lapsed + Moot implies no World.inTime
    Desk.phase in answered implies (some World.inTime and Desk.phase = outcome[holderTook] and Desk.accepted = holderTook)
  }
}

pred noLapseWithoutACompleteNotice { always (Desk.phase = Lapsed implies some World.delivered) }

/** The end of the right closes what is open and makes no reservation: nobody lapses into an acceptance afterwards. */
pred theDeskAgreesWithTheLaw { always (Desk.phase in settled implies Desk.accepted = holderTook) }

/** Each thing that can go on happening does happen in the end; defects do not repeat for ever. */
pred fairness {
  (eventually always Desk.phase = Absent) implies always eventually Step.act = Request
  (always eventually canReceive) implies always eventually Step.act = Receive
  (eventually always canSendAgain) implies always eventually Step.act = SendAgain
  (eventually always canTick) implies always eventually Step.act = Tick
  (eventually always some World.unread) implies always eventually Step.act = Read
  (eventually always canExpire) implies always eventually Step.act = Expire
  (eventually always canCloseMoot) implies always eventually Step.act = CloseMoot
  (eventually always canInvite) implies always eventually Step.act = Invite
  (eventually always canConclude) implies always eventually Step.act in Award + CloseUnfilled
}

pred noRequestIsStuck { fairness implies eventually closed }

assert NoAwardBeforeTheHolderHadItsSay { no Planted implies noAwardBeforeTheHolderHadItsSay }
assert OneTerminalAnswer { no Planted implies oneTerminalAnswer }
assert QuantityIsConserved { no Planted implies quantityIsConserved }
assert AnAnswerInTimeIsNeverOvertaken { no Planted implies anAnswerInTimeIsNeverOvertaken }
assert NoLapseWithoutACompleteNotice { no Planted implies noLapseWithoutACompleteNotice }
assert TheDeskAgreesWithTheLaw { no Planted implies theDeskAgreesWithTheLaw }
assert NoRequestIsStuck { no Planted implies noRequestIsStuck }

check NoAwardBeforeTheHolderHadItsSay for 2 but 3 Int, 10 steps expect 0
check OneTerminalAnswer for 2 but 3 Int, 10 steps expect 0
check QuantityIsConserved for 2 but 3 Int, 10 steps expect 0
check AnAnswerInTimeIsNeverOvertaken for 2 but 3 Int, 10 steps expect 0
check NoLapseWithoutACompleteNotice for 2 but 3 Int, 10 steps expect 0
check TheDeskAgreesWithTheLaw for 2 but 3 Int, 10 steps expect 0
check NoRequestIsStuck for 2 but 3 Int, 10 steps expect 0

// ---------------------------------------------------------------- each property can fail

run awardsBeforeRelease { Planted = AwardsBeforeRelease and not noAwardBeforeTheHolderHadItsSay } for 2 but 3 Int, 8 steps expect 1
run expiresUnread { Planted = ExpiresUnread and not anAnswerInTimeIsNeverOvertaken } for 2 but 3 Int, 8 steps expect 1
run secondAnswerActs { Planted = SecondAnswerActs and not oneTerminalAnswer } for 2 but 3 Int, 8 steps expect 1
run releasesEverything { Planted = ReleasesEverything and not quantityIsConserved } for 2 but 3 Int, 8 steps expect 1
run defectStartsTheClock { Planted = DefectStartsTheClock and not noLapseWithoutACompleteNotice } for 2 but 3 Int, 8 steps expect 1
run readingTimeCounts { Planted = ReadingTimeCounts and not anAnswerInTimeIsNeverOvertaken } for 2 but 3 Int, 8 steps expect 1
run endOfRightOvertakes { Planted = EndOfRightOvertakes and not anAnswerInTimeIsNeverOvertaken } for 2 but 3 Int, 8 steps expect 1
run endOfRightUnnoticed { Planted = EndOfRightUnnoticed and not noRequestIsStuck } for 2 but 3 Int, 8 steps expect 1
run lapsesAfterTheRight { Planted = LapsesAfterTheRight and not theDeskAgreesWithTheLaw } for 2 but 3 Int, 8 steps expect 1

// ---------------------------------------------------------------- scenarios

run fullAcceptance { no Planted and #Gpu = 3 and eventually Desk.phase = Accepted } for 3 but 3 Int, 8 steps expect 1
run remainderToTwoAlternates {
  no Planted and #Gpu = 3 and eventually (Desk.phase = PartlyAccepted and all a: Alternate | some a.(Desk.awarded))
} for 3 but 3 Int, 10 steps expect 1
run declineAndOnePartUnmet {
  no Planted and #Gpu = 3 and eventually (Desk.phase = Declined and some Desk.awarded and some Desk.unmet)
} for 3 but 3 Int, 10 steps expect 1
run counterIsADecline {
  no Planted and eventually (Step.act = Read and Step.row.answer in Counter and Desk.phase' = Declined)
} for 3 but 3 Int, 10 steps expect 1
run partWhereNoneIsAllowed {
  no Planted and eventually (Step.act = Read and some Step.row.answer.takes and Desk.phase = Open and Desk.phase' = Declined)
} for 3 but 3 Int, 10 steps expect 1
run lapseAndAward { no Planted and eventually (Desk.phase = Lapsed and some Desk.awarded) } for 3 but 3 Int, 12 steps expect 1
run lapseIntoAcceptance { no Planted and eventually (Desk.phase = Lapsed and some Desk.accepted) } for 3 but 3 Int, 8 steps expect 1
run answerAtTheDeadlineReadAfterIt {
  no Planted and eventually (Step.act = Commit and World.clock = AtDeadline and Step.row.answer.takes = Gpu)
  eventually (Step.act = ExpireRefused and World.clock = Past and after eventually Desk.phase = Accepted)
} for 3 but 3 Int, 10 steps expect 1
run lateAcceptanceIsOnlyNoted {
  no Planted and eventually (Step.act = Commit and World.clock = Past and some Step.row.answer.takes)
  eventually (Step.act = Read and Step.row not in World.inTime and after eventually (Desk.phase = Lapsed and some Desk.awarded))
} for 3 but 3 Int, 12 steps expect 1
run duplicateAnswer {
  no Planted and eventually (some disj r, s: World.read | r.answer = s.answer and Desk.phase = PartlyAccepted)
} for 3 but 3 Int, 10 steps expect 1
run acceptanceAfterADecline {
  no Planted and eventually (Desk.phase = Declined and some r: World.read & World.inTime | r.answer.takes = Gpu)
} for 3 but 3 Int, 10 steps expect 1
run readTwiceAfterACrash {
  no Planted and eventually (Step.act = ReadUnmarked and Desk.phase = Open and after Step.act = Read)
} for 3 but 3 Int, 10 steps expect 1
run curedDefect { no Planted and eventually (Desk.phase = Defective and after eventually Desk.phase = Accepted) } for 3 but 3 Int, 10 steps expect 1
run waivedBeforeReceipt {
  no Planted and eventually (Step.act = Waive and Desk.phase = Dispatched and after eventually some Desk.awarded)
} for 3 but 3 Int, 10 steps expect 1
run moot { no Planted and eventually (Desk.phase = Open and after eventually (Desk.phase = Moot and some Desk.awarded)) } for 3 but 3 Int, 10 steps expect 1
run acceptedUnreadWhenTheRightEnds {
  no Planted and eventually (Step.act = EndRight and Desk.phase = Open and some World.unread.answer.takes and after eventually some Desk.accepted)
} for 3 but 3 Int, 10 steps expect 1
run noRightAtRequest { no Planted and eventually (Desk.phase = NotNeeded and some Desk.awarded) } for 3 but 3 Int, 8 steps expect 1
run movedDeadline {
  no Planted and eventually (Step.act = MoveDeadline and World.clock = AtDeadline and after eventually (Step.act = Commit and after eventually Desk.phase = Accepted))
} for 3 but 3 Int, 10 steps expect 1
run closureAndThenTheEndOfTheRight {
  no Planted and eventually (Step.act = MoveDeadline and after eventually (Desk.phase = Open and Step.act = EndRight))
  eventually (Desk.phase = Moot and some Desk.awarded)
} for 3 but 3 Int, 10 steps expect 1
run unfilled { no Planted and eventually (Step.act = CloseUnfilled and Desk.phase = Waived) } for 3 but 3 Int, 8 steps expect 1
run fairHistoryWithADefect {
  no Planted and fairness and eventually (Desk.phase = Defective and after eventually (some Desk.awarded))
} for 2 but 3 Int, 12 steps expect 1
