package dalil.query.format;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An export that fails after so many rows. */
@RestController
public class FailingExport {

    @GetMapping("/api/failing")
    void export(@RequestParam(name = "after") int after, HttpServletResponse response) throws IOException {
        Download.begin(response, Download.Format.CSV, "failing", 1);
        Download.write(response, () -> {
            Csv csv = new Csv(response.getOutputStream(), List.of("n"));
            for (int i = 0; i < after; i++) {
                csv.row(List.of("a row of some length, number " + i));
            }
            throw new IllegalStateException("the table went away");
        });
    }
}
