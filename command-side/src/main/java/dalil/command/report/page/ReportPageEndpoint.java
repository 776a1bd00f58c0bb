package dalil.command.report.page;

import dalil.command.Actor;
import dalil.command.Recorder.RequestIdReused;
import dalil.command.claim.Texts;
import dalil.command.http.WriteCall;
import dalil.command.report.ReportForms.ReportForm;
import dalil.command.report.ReportTaking;
import dalil.command.report.ReportTaking.Taken;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page over HTTP. The answer to a form is a page and no redirect: an address with a code in it would stay in the browser. */
@RestController
@RequestMapping(path = "/report", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
class ReportPageEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ReportPageEndpoint.class);
    private static final String OPERATION = "POST /report";
    private static final Actor SOMEBODY = new Actor(WriteCall.NOBODY_NAMED, "reporter", "web-page");

    private final ReportTaking taking;
    private final Supplier<UUID> ids;
    private final EmergencyNumbers numbers;

    ReportPageEndpoint(
            ReportTaking taking,
            Supplier<UUID> recordIds,
            @Value("${dalil.report.ambulance:103}") String ambulance,
            @Value("${dalil.report.rescue:112}") String rescue,
            @Value("${dalil.report.police:102}") String police) {
        this.taking = taking;
        this.ids = recordIds;
        this.numbers = new EmergencyNumbers(ambulance, rescue, police);
    }

    @GetMapping
    ResponseEntity<String> form(
            @RequestParam(name = "lang", required = false) @Nullable String language,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String wishes) {
        PageTexts texts = PageTexts.of(language, wishes);
        return page(HttpStatus.OK, texts, new FormPage(texts, numbers).html(ids.get(), Typed.nothing(), null));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> file(
            HttpServletRequest request,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String wishes)
            throws IOException {
        Map<String, String> values;
        try {
            values = FormBody.read(request.getInputStream());
        } catch (FormBody.TooLarge tooLarge) {
            return again(HttpStatus.CONTENT_TOO_LARGE, PageTexts.of(null, wishes), Typed.nothing(), "error.too-large");
        } catch (FormBody.Unreadable unreadable) {
            return again(HttpStatus.BAD_REQUEST, PageTexts.of(null, wishes), Typed.nothing(), "error.unreadable");
        }
        return filed(PageTexts.of(values.get(Fields.LANGUAGE), wishes), Typed.of(values));
    }

    private ResponseEntity<String> filed(PageTexts texts, Typed typed) {
        PageReading reading = new PageReading(typed);
        ReportForm report = reading.report(texts.language());
        if (!reading.errors().isEmpty()) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT, texts, typed.with(reading.errors()), null);
        }
        UUID key = key(typed);
        try {
            Taken taken = taking.take(new WriteCall(key, SOMEBODY, null, OPERATION), report);
            boolean urgent = typed.is(Fields.DANGER, "yes")
                    || typed.is(Fields.CARE, "yes")
                    || typed.is(Fields.SAFETY, "in-danger-now");
            return page(HttpStatus.OK, texts, new DonePage(texts, numbers).html(taken.code(), urgent));
        } catch (Refusal refusal) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT, texts, typed.with(errors(refusal)), message(refusal));
        } catch (RequestIdReused changed) {
            // the text was changed after it had been filed: sent again under a new key it is another report
            String html = new FormPage(texts, numbers).html(ids.get(), typed, texts.get("error.changed"));
            return page(HttpStatus.CONFLICT, texts, html);
        } catch (RuntimeException failed) {
            // whatever it is, the words are not lost; its message may quote them, so the log gets none
            LOG.error("a report could not be taken: {}", failed.getClass().getName());
            return again(HttpStatus.SERVICE_UNAVAILABLE, texts, typed, "error.unavailable");
        }
    }

    private static Map<String, String> errors(Refusal refusal) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FieldError error : refusal.errors()) {
            String field = Fields.of(error.pointer());
            if (!field.isEmpty()) {
                errors.putIfAbsent(
                        field,
                        switch (error.code()) {
                            case "too-long" -> "error.too-long";
                            case "out-of-range" -> "error.number";
                            default -> "error.malformed";
                        });
            }
        }
        return errors;
    }

    /** The fields say it, or nothing that was typed is at fault. */
    private static @Nullable String message(Refusal refusal) {
        return errors(refusal).isEmpty() ? "error.unavailable" : null;
    }

    /** The page with what was typed, under the same key: nothing was recorded. */
    private ResponseEntity<String> again(HttpStatus status, PageTexts texts, Typed typed, @Nullable String message) {
        String said = message == null ? null : texts.get(message);
        return page(status, texts, new FormPage(texts, numbers).html(key(typed), typed, said));
    }

    /** A form without a key of ours is filed all the same. */
    private UUID key(Typed typed) {
        String key = typed.value(Fields.KEY);
        return Texts.isUuid(key) ? UUID.fromString(key) : ids.get();
    }

    /** A referrer to this site itself must be sent: without it a browser would not say that the form is our own. */
    private static ResponseEntity<String> page(HttpStatus status, PageTexts texts, String html) {
        return ResponseEntity.status(status)
                .header("Content-Security-Policy", Html.POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .header("Content-Language", texts.language())
                .body(html);
    }
}
