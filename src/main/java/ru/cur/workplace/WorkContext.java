package ru.cur.workplace;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.cur.directory.BodyStaff;
import ru.cur.directory.BodyStaff.Colleague;
import ru.cur.directory.Directory;
import ru.cur.directory.Organisation;
import ru.cur.directory.StaffMember;
import ru.cur.incident.BodyRequest;
import ru.cur.incident.BodyRequests;
import ru.cur.incident.CaseWork;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.TimeRequest;
import ru.cur.incident.TimeRequests;
import ru.cur.sla.RussianDates;
import ru.cur.workplace.FormContext.Option;

/** What forms show of the work of bodies: who can do it, what others were asked for, what the CUR has to decide. */
@Component
class WorkContext {
    private static final int SHORT = 60;

    private final CaseWork work;
    private final BodyRequests requests;
    private final TimeRequests timeRequests;
    private final BodyStaff staff;
    private final Directory directory;

    WorkContext(CaseWork work, BodyRequests requests, TimeRequests timeRequests, BodyStaff staff, Directory directory) {
        this.work = work;
        this.requests = requests;
        this.timeRequests = timeRequests;
        this.staff = staff;
        this.directory = directory;
    }

    /** The people of the responsible body; none before there is one. */
    List<Option> executors(Incident incident) {
        return incident.bodyId() == null
                ? List.of()
                : staff.of(incident.bodyId()).stream()
                        .map(colleague ->
                                new Option(label(colleague), colleague.person().userId()))
                        .toList();
    }

    private static String label(Colleague colleague) {
        String name = colleague.person().fullName() + ", " + colleague.person().position();
        if (!colleague.isAway()) {
            return name;
        }
        return name
                + colleague
                        .works()
                        .map(StaffMember::fullName)
                        .map(" – отсутствует, работает %s"::formatted)
                        .orElse(" – отсутствует, замещать некому");
    }

    /** All that other bodies were asked for, a paragraph each. */
    String requests(IncidentNumber number) {
        return requests.of(number).stream().map(this::line).collect(Collectors.joining("\n\n"));
    }

    private String line(BodyRequest request) {
        String line = "%s, %s – %s\nПросили: %s"
                .formatted(
                        request.kind().title(), body(request), request.state().title(), request.text());
        String answer = request.answer() == null ? "" : "\nОтвет: " + request.answer();
        return line + answer + (request.answerUrl() == null ? "" : "\n" + request.answerUrl());
    }

    private String body(BodyRequest request) {
        return directory
                .organisation(request.bodyId())
                .map(Organisation::shortName)
                .orElse(request.bodyId());
    }

    /** The co-executors who are still at work. */
    List<Option> openParts(IncidentNumber number) {
        return requests.of(number).stream()
                .filter(request -> request.kind() == BodyRequest.Kind.PART)
                .filter(request -> request.state() == BodyRequest.State.OPEN)
                .map(request ->
                        new Option(body(request) + ": " + shortened(request.text()), String.valueOf(request.id())))
                .toList();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT - 1)).strip() + "…";
    }

    /** What exactly the body is asked for whose task this is. @param id null where no task of that kind is shown */
    String request(Long id) {
        return id == null ? "" : requests.find(id).map(BodyRequest::text).orElse("");
    }

    /** What the category demands. */
    String evidence(IncidentNumber number) {
        return work.evidenceRequired(number)
                ? "По этой теме «устранено» принимается только с фото «до» и «после», местом и датой работ."
                : "";
    }

    /** What waits for the decision of the CUR. */
    String timeRequest(IncidentNumber number) {
        return timeRequests.open(number).map(this::words).orElse("");
    }

    private String words(TimeRequest request) {
        String what = request.isMove()
                ? "Перенести контрольную дату на " + RussianDates.day(request.day())
                : "Ещё " + request.term().title() + " на ответ";
        return "%s. Причина: %s. Просит %s.%s"
                .formatted(
                        what,
                        request.reason(),
                        directory.fullName(request.requestedBy()),
                        request.documentUrl() == null ? "" : " Документ: " + request.documentUrl());
    }
}
