package ru.cur.incident;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Category;
import ru.cur.directory.Directory;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockMoves;
import ru.cur.sla.clock.ClockPreview;
import ru.cur.sla.clock.ClocksOfVersion;
import ru.cur.sla.clock.Redatings;
import ru.cur.sla.clock.SlaClock;
import ru.cur.sla.clock.TermsSource;

/** Gives running cases the terms of the latest table: never without being asked. */
@Service
@Transactional
public class TermsRenewal implements TermsSource {
    private final IncidentStore incidents;
    private final CaseTerms terms;
    private final CaseDecisions decisions;
    private final Directory directory;
    private final ClockPreview preview;
    private final Redatings redatings;
    private final ApplicationEventPublisher events;

    TermsRenewal(
            IncidentStore incidents,
            CaseTerms terms,
            CaseDecisions decisions,
            Directory directory,
            ClockPreview preview,
            Redatings redatings,
            ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.terms = terms;
        this.decisions = decisions;
        this.directory = directory;
        this.preview = preview;
        this.redatings = redatings;
        this.events = events;
    }

    /** The number of the latest table. */
    public int latestVersion() {
        return decisions.termsVersion();
    }

    /** How many open clocks run by which table, the latest first. */
    @Transactional(readOnly = true)
    public List<ClocksOfVersion> openClocksByVersion() {
        return preview.openByVersion();
    }

    /**
     * What the latest table would change for the cases with an open clock.
     *
     * @param limit how many of the moves are listed
     * @throws CaseRefusal when the table has no complete set of terms for one of them
     */
    public TermsPreview preview(int limit) {
        Map<String, DecidedTerms> latest = latestTerms();
        Set<String> legal = new HashSet<>();
        ClockMoves moves = preview.of(
                clock -> {
                    // A case that has come since then has the latest terms.
                    DecidedTerms terms = latest.get(clock.number());
                    if (terms != null && clock.kind() == ClockKind.LEGAL) {
                        legal.add(clock.number());
                    }
                    return terms == null ? clock : restated(clock, terms);
                },
                limit);
        Set<String> legalThen = latest.keySet().stream()
                .filter(number -> latest.get(number).limit(ClockKind.LEGAL).isPresent())
                .collect(Collectors.toSet());
        return new TermsPreview(
                moves,
                (int) legalThen.stream()
                        .filter(number -> !legal.contains(number))
                        .count(),
                (int) legal.stream()
                        .filter(number -> !legalThen.contains(number))
                        .count());
    }

    /** By number of the case; as many decisions as there are different cases. */
    private Map<String, DecidedTerms> latestTerms() {
        int version = decisions.termsVersion();
        Map<String, Category> categories =
                directory.categories().stream().collect(Collectors.toMap(Category::code, Function.identity()));
        Map<CaseFacts, DecidedTerms> decided = new HashMap<>();
        return incidents.withOpenClocks().stream()
                .collect(Collectors.toMap(
                        incident -> incident.number().value(),
                        incident -> decided.computeIfAbsent(
                                factsOf(incident, categories.get(incident.categoryCode())),
                                facts -> decisions.terms(facts, version))));
    }

    private static SlaClock restated(SlaClock clock, DecidedTerms latest) {
        return latest.limit(clock.kind())
                .map(limit -> clock.withLimit(limit, latest.version()))
                .orElse(clock);
    }

    /**
     * Applies a version of the table to all running cases, portion by portion.
     *
     * @return the re-dating that does it
     */
    public long apply(int version, String actor) {
        return redatings.requestTerms(version, "Таблица сроков, версия " + version, actor);
    }

    @Override
    public void renew(Collection<String> numbers, int version, String actor) {
        numbers.stream()
                .map(IncidentNumber::new)
                .map(number -> incidents.find(number).orElseThrow())
                .filter(incident -> !incident.status().isFinal())
                .forEach(incident -> {
                    CaseFacts facts = factsOf(incident, categoryOf(incident).orElse(null));
                    restate(incident, facts, decisions.terms(facts, version), actor, "применена новая таблица сроков");
                });
    }

    private void restate(Incident incident, CaseFacts facts, DecidedTerms decided, String actor, String reason) {
        terms.restate(incident.number(), decided, actor, reason);
        events.publishEvent(new TermsRestated(incident.number(), facts.severity(), facts, decided));
    }

    private Optional<Category> categoryOf(Incident incident) {
        return Optional.ofNullable(incident.categoryCode()).flatMap(directory::category);
    }

    /** @param category may be null */
    private static CaseFacts factsOf(Incident incident, Category category) {
        // A suggestion is no category yet: the diagram decides without it, too.
        boolean sorted = incident.isSorted();
        return new CaseFacts(
                incident.legalRegime(),
                incident.severity(),
                sorted ? incident.categoryCode() : null,
                sorted && category != null ? category.firstAnswerTerm() : null,
                sorted && category != null ? category.solutionTerm() : null);
    }
}
