package ru.cur.sla.ledger;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.calendar.WorkingCalendars;

/**
 * Finds out whether the ledger is what the program has written. Whoever owns the database can switch the triggers off; this is
 * what he gives himself away with:
 *
 * <ul>
 *   <li>a row is changed: its hash is not that of its content;
 *   <li>a row is changed and its hash computed anew: the next row, or the state of the case, names another one;
 *   <li>a row is deleted or put in between: the numbers have a gap, or the hashes do not follow each other;
 *   <li>the last rows are deleted: the state of the case names a later one; a row is added: it names an earlier one;
 *   <li>the whole chain is written anew together with the state of the case, or both are deleted: the seal of a night before
 *       names another hash;
 *   <li>the seal is changed too: its hash is not that of its content, or the next seal names another one;
 *   <li>all seals since then are written anew: only a copy of a seal that is out of his reach tells. So the hash of each seal
 *       goes to the log, too: keep the log elsewhere.
 * </ul>
 *
 * What was never sealed is protected by the chain alone: rewriting a case with all its rows and its state on the day on which
 * they were booked is not seen, nor is a change of who has a case now, which becomes history only when it is booked.
 */
@Service
@Transactional
public class LedgerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerCheck.class);

    private final LedgerScan scan;
    private final SealStore seals;
    private final VerificationStore verifications;
    private final WorkingCalendars calendars;
    private final Clock clock;

    LedgerCheck(
            LedgerScan scan,
            SealStore seals,
            VerificationStore verifications,
            WorkingCalendars calendars,
            Clock clock) {
        this.scan = scan;
        this.seals = seals;
        this.verifications = verifications;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Walks the chains of all cases and all seals, and keeps what it finds. What has been investigated before raises no second
     * alarm.
     */
    public Verification verifyAll() {
        Findings findings = new Findings(verifications.known());
        scan.cases(findings::add);
        scan.seals(findings::add);
        Verification verification = verifications.add(clock.instant(), findings);
        if (verification.isIntact()) {
            LOG.info("Time ledger verified: {} cases, {} rows", verification.cases(), verification.rows());
        } else {
            LOG.error("Time ledger is broken at {} places", verification.breaks());
            verification.first().forEach(broken -> LOG.error(broken.text()));
        }
        return verification;
    }

    /** Covers everything that has been booked since the last seal with a new one. */
    public void seal() {
        Seal seal = seals.add(clock.instant(), calendars.region().dayOf(clock.instant()));
        LOG.info(
                "Time ledger sealed: number {}, {} cases, {} rows, hash {}",
                seal.number(),
                seal.cases(),
                seal.rows(),
                seal.hash());
    }

    /**
     * Somebody has investigated what a verification found: from now on it is known.
     *
     * @param resolution in Russian: how it came about, what has been done
     * @param actor login of that person
     */
    public void resolve(long verificationId, String resolution, String actor) {
        verifications.resolve(verificationId, resolution, actor, clock.instant());
    }
}
