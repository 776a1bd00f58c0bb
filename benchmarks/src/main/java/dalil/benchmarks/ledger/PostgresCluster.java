package dalil.benchmarks.ledger;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;

/** A PostgreSQL for this run alone: its own folder, a free port of the loopback address, a password of its own. */
final class PostgresCluster implements AutoCloseable {

    static final String USER = "benchmark";

    private static final int PASSWORD_BYTES = 16;
    private static final long MEBIBYTE = 1 << 20;

    private final PostgresPrograms programs;
    private final Path folder;
    private final String password;
    private final int port;

    private PostgresCluster(PostgresPrograms programs, Path folder, String password, int port) {
        this.programs = programs;
        this.folder = folder;
        this.password = password;
        this.port = port;
    }

    /** Makes it in a folder that is not there, or takes what an earlier run left. */
    static PostgresCluster start(Path folder) throws IOException {
        PostgresPrograms programs = PostgresPrograms.find();
        Path secret = folder.resolveSibling(folder.getFileName() + ".password");
        boolean fresh = !Files.exists(folder);
        if (fresh) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, HexFormat.of().formatHex(random));
            Files.createDirectory(folder);
            programs.own(folder);
            programs.own(secret);
            programs.postgres(
                    "initdb",
                    "--pgdata=" + folder,
                    "--username=" + USER,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.write(folder.resolve("postgresql.auto.conf"), settings(folder, port));
        programs.postgres("pg_ctl", "--pgdata=" + folder, "--log=" + folder.resolve("log"), "--wait", "start");
        return new PostgresCluster(programs, folder, Files.readString(secret).trim(), port);
    }

    /** Durability as it comes; memory and checkpoints as the manual advises for a machine of this size. */
    private static List<String> settings(Path folder, int port) {
        long memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        return List.of(
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = '" + folder + "'",
                "fsync = on",
                "synchronous_commit = on",
                "full_page_writes = on",
                "shared_buffers = " + Math.min(memory / 4, 2048 * MEBIBYTE) / MEBIBYTE + "MB",
                "effective_cache_size = " + memory / 2 / MEBIBYTE + "MB",
                "max_wal_size = 4GB",
                "checkpoint_timeout = 15min",
                "random_page_cost = 1.1");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password() {
        return password;
    }

    /** The first line of its pid file. */
    long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).trim());
    }

    boolean has(String database) throws SQLException {
        try (Connection connection = connect();
                var select = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            select.setString(1, database);
            return select.executeQuery().next();
        }
    }

    void create(String database) throws SQLException {
        run("CREATE DATABASE " + database);
    }

    void drop(String database) throws SQLException {
        run("DROP DATABASE IF EXISTS " + database);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), USER, password);
    }

    @Override
    public void close() {
        try {
            programs.postgres("pg_ctl", "--pgdata=" + folder, "--mode=fast", "--wait", "stop");
        } catch (IOException failed) {
            System.err.println("PostgreSQL in " + folder + " did not stop: " + failed.getMessage());
        }
    }
}
