package dalil.query.timeline;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/timeline}. */
@RestController
public class TimelineEndpoint {

    private final TimelineQuery timelines;

    public TimelineEndpoint(TimelineQuery timelines) {
        this.timelines = timelines;
    }

    @GetMapping("/api/timeline")
    ResponseEntity<Timeline> timeline(@RequestParam MultiValueMap<String, String> parameters) {
        Timeline timeline = timelines.ask(parameters);
        return ResponseEntity.ok()
                .header("Dalil-Position", Long.toString(timeline.index()))
                .body(timeline);
    }
}
