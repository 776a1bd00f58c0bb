package dalil.ledger.outside;

import dalil.transparency.MalformedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** An address that the operator configured: http or https, a host, no password and no fragment in it. */
public record OutsideAddress(URI uri) {

    public OutsideAddress {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw MalformedException.because("an address begins with http:// or https://");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw MalformedException.because("an address has a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw MalformedException.because("an address has neither a password nor a fragment");
        }
    }

    /** Throws {@link MalformedException}, which never repeats the address: it may hold a key. */
    public static OutsideAddress parse(String text) {
        try {
            return new OutsideAddress(new URI(text));
        } catch (URISyntaxException notOne) {
            throw MalformedException.because("not an address");
        }
    }

    /** Host and port, without what may be a secret: a path or a query. */
    public String hostAndPort() {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    }

    /** The address of something under this one, which is taken as a prefix. */
    public OutsideAddress under(String path) {
        if (uri.getRawQuery() != null) {
            throw MalformedException.because("a prefix has no query");
        }
        String prefix = uri.toString();
        return parse((prefix.endsWith("/") ? prefix : prefix + "/") + path);
    }

    @Override
    public String toString() {
        return hostAndPort();
    }
}
