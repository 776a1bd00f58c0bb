package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WellFormedQueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lang=ky", "q=%D3%A9%D2%A3%D2%AF", "label=a%2Cb&label=", "q=100%25", "near=42.8,74.6,1"})
    void takes_what_is_percent_encoded_utf_8(String query) {
        assertThat(WellFormedQuery.isWellFormed(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=%ED%A0%80", "q=%FF", "q=%zz", "q=100%", "q=%4", "q=%C3"})
    void takes_nothing_else(String query) {
        assertThat(WellFormedQuery.isWellFormed(query)).isFalse();
    }

    @Test
    void answers_a_problem_and_asks_nobody_further() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/report");
        request.setQueryString("lang=%FF");
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new WellFormedQuery().doFilter(request, response, chain);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"code\":\"malformed-query\"");
        assertThat(chain.getRequest()).isNull();
    }
}
