package dalil.command.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The texts of the page in one language. Every language has every text, or nothing loads. */
final class PageTexts {

    /** In the order in which they are offered; the first is for whoever asks for none of them. */
    static final List<String> LANGUAGES = List.of("ky", "ru", "en");

    private static final int LONGEST_WISH = 200;
    private static final Map<String, PageTexts> ALL = load(PageTexts::bundled);

    private final String language;
    private final Properties texts;

    private PageTexts(String language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /**
     * The texts for a reader.
     *
     * @param asked the language that was asked for by name; null if none was
     * @param wishes the header {@code Accept-Language}; null if there is none
     */
    static PageTexts of(@Nullable String asked, @Nullable String wishes) {
        PageTexts named = asked == null ? null : ALL.get(asked);
        if (named != null) {
            return named;
        }
        return in(wishes == null || wishes.length() > LONGEST_WISH ? LANGUAGES.get(0) : wished(wishes));
    }

    /** @throws IllegalArgumentException if the page is not in that language */
    static PageTexts in(String language) {
        return Optional.ofNullable(ALL.get(language))
                .orElseThrow(() -> new IllegalArgumentException("the page is in " + String.join(", ", LANGUAGES)));
    }

    private static String wished(String wishes) {
        try {
            String best = Locale.lookupTag(LanguageRange.parse(wishes), LANGUAGES);
            return best == null ? LANGUAGES.get(0) : best;
        } catch (IllegalArgumentException malformed) {
            return LANGUAGES.get(0);
        }
    }

    String language() {
        return language;
    }

    /** @throws IllegalStateException if there is no such text: the keys are ours */
    String get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("the page has no text " + key));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** Package-private for the tests of what refuses to load. */
    static Map<String, PageTexts> load(Function<String, Properties> bundle) {
        Map<String, PageTexts> all = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            all.put(language, new PageTexts(language, bundle.apply(language)));
        }
        Set<String> keys = bundle.apply(LANGUAGES.get(0)).stringPropertyNames();
        for (PageTexts texts : all.values()) {
            if (!texts.keys().equals(keys)) {
                throw new IllegalStateException("page_" + texts.language + " does not have the texts of the others");
            }
            if (keys.stream().anyMatch(key -> texts.get(key).isBlank())) {
                throw new IllegalStateException("page_" + texts.language + " has an empty text");
            }
        }
        return all;
    }

    private static Properties bundled(String language) {
        String name = "/dalil/report/page_" + language + ".properties";
        try (@Nullable InputStream in = PageTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
