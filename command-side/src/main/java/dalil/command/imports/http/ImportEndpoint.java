package dalil.command.imports.http;

import dalil.command.Actor;
import dalil.command.http.Ids;
import dalil.command.http.WriteCall;
import dalil.command.imports.http.ImportView.Imports;
import dalil.command.rule.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports over HTTP. An import is named by the Idempotency-Key of the request for it: sent again, it is the same import. */
@RestController
@RequestMapping(ImportEndpoint.PATH)
class ImportEndpoint {

    static final String PATH = "/api/imports";

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ImportJobs jobs;
    private final Uploads uploads;

    ImportEndpoint(ImportJobs importJobs, Uploads importUploads) {
        this.jobs = importJobs;
        this.uploads = importUploads;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> start(WriteCall call, MultipartHttpServletRequest parts) throws IOException {
        Optional<ImportJob> same = jobs.findOrReserve(call.request());
        if (same.isPresent()) {
            return accepted(same.get());
        }
        Path folder = uploads.of(call.request());
        Actor actor = new Actor(call.actor().subject(), call.actor().role(), "import");
        try {
            return accepted(jobs.submit(call.request(), new ImportForm(parts).read(folder), actor));
        } catch (IOException | RuntimeException refused) {
            jobs.giveUp(call.request());
            uploads.discard(folder);
            throw refused;
        }
    }

    private static ResponseEntity<ImportView> accepted(ImportJob job) {
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + job.id()))
                .header("Idempotency-Key", job.id().toString())
                .body(ImportView.of(job));
    }

    @GetMapping
    Imports all() {
        return new Imports(jobs.all().stream().map(ImportView::of).toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<ImportView> one(@PathVariable String id) {
        return answer(job(id));
    }

    /** Finishes the rows in flight and stops without a listing; what is recorded stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<ImportView> cancel(@PathVariable String id) {
        ImportJob job = job(id);
        job.cancel();
        return answer(job);
    }

    @GetMapping("/{id}/rejects")
    ResponseEntity<Resource> rejects(@PathVariable String id) {
        ImportJob job = job(id);
        Path file = jobs.rejects(job);
        if (!job.hasEnded()) {
            throw Refusal.conflict("not-ended", "the import has not ended yet");
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rejects.csv")
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }

    private static ResponseEntity<ImportView> answer(ImportJob job) {
        ImportView view = ImportView.of(job);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (view.outcome() != null && view.outcome().position() != null) {
            answer.header("Dalil-Position", String.valueOf(view.outcome().position()));
        }
        return answer.body(view);
    }

    private ImportJob job(String id) {
        return jobs.find(UUID.fromString(Ids.path(id)))
                .orElseThrow(() -> Refusal.unknown("no import of this id is remembered"));
    }
}
