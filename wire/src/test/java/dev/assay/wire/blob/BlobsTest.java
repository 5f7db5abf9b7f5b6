package dev.assay.wire.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.id.Digest;
import dev.assay.wire.EmbeddedStack;
import dev.assay.wire.access.AuthConfig;
import dev.assay.wire.access.BlobKind;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class BlobsTest {

    private static final int MEMORY = 1 << 20;

    @Inject
    Shelf shelf;

    @Inject
    Blobs ofApplication;

    @Inject
    BlobsConfig configured;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void blobComesFromItsOwnerOnce(BlobKind kind) {
        byte[] content = ("once, as " + kind).getBytes(UTF_8);
        Digest digest = shelf.put(kind, content);

        assertThat(ofApplication.fetch(kind, digest)).isEqualTo(content);
        assertThat(ofApplication.fetch(kind, digest)).isEqualTo(content);

        assertThat(shelf.requests(kind, digest)).isEqualTo(1);
    }

    @Test
    void blobOnDiskOutlivesTheProcess() throws IOException {
        byte[] content = "on disk".getBytes(UTF_8);
        Digest digest = shelf.put(BlobKind.JUDGE, content);
        Path cache = folder.resolve("made/by/us");

        blobs(cache).fetch(BlobKind.JUDGE, digest);

        assertThat(blobs(cache).fetch(BlobKind.JUDGE, digest)).isEqualTo(content);
        assertThat(shelf.requests(BlobKind.JUDGE, digest)).isEqualTo(1);
        assertThat(files(cache)).containsExactly(cache.resolve("judge").resolve(digest.hex()));
        for (Path each : List.of(cache, cache.resolve("judge"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(files(cache).getFirst())))
                .isEqualTo("rw-------");
    }

    @Test
    void kindsAreKeptApartOnDisk() {
        Digest digest = shelf.put(BlobKind.JUDGE, "tests".getBytes(UTF_8));
        blobs(folder).fetch(BlobKind.JUDGE, digest);

        assertThatThrownBy(() -> blobs(folder).fetch(BlobKind.PROMPT, digest))
                .isInstanceOf(BlobUnavailableException.class);
    }

    @Test
    void damagedFileIsFetchedAnewAndMended() throws IOException {
        byte[] content = "whole".getBytes(UTF_8);
        Digest digest = shelf.put(BlobKind.PROMPT, content);
        blobs(folder).fetch(BlobKind.PROMPT, digest);
        Path file = files(folder).getFirst();
        Files.writeString(file, "who");

        assertThat(blobs(folder).fetch(BlobKind.PROMPT, digest)).isEqualTo(content);

        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void whatAKilledProcessLeftBehindIsRemoved() throws IOException {
        Path left = folder.resolve("prompt");
        Files.createDirectories(left);
        Path old = Files.writeString(left.resolve("0123.partial"), "hal");
        Path beingWritten = Files.writeString(left.resolve("4567.partial"), "hal");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        assertThat(blobs(folder)).isNotNull();

        assertThat(files(folder)).containsExactly(beingWritten);
    }

    @Test
    void cacheThatCannotBeWrittenDoesNotStandInTheWay() throws IOException {
        byte[] content = "no room".getBytes(UTF_8);
        Digest digest = shelf.put(BlobKind.PROMPT, content);
        Path noFolder = Files.writeString(folder.resolve("file"), "");

        assertThat(blobs(noFolder).fetch(BlobKind.PROMPT, digest)).isEqualTo(content);
    }

    @Test
    void anotherContentIsRefusedAndNotKept() throws IOException {
        Digest digest = Digest.of("what was asked for");
        shelf.put(BlobKind.JUDGE, digest, "what was sent".getBytes(UTF_8));

        assertThatThrownBy(() -> blobs(folder).fetch(BlobKind.JUDGE, digest))
                .hasMessageContaining(digest.abbreviated())
                .hasMessageEndingWith("sent another content")
                .asInstanceOf(type(BlobUnavailableException.class))
                .returns(false, BlobUnavailableException::missing);

        assertThat(files(folder)).isEmpty();
    }

    @Test
    void blobThatItsOwnerDoesNotHaveIsMissing() {
        assertThatThrownBy(() -> blobs(null).fetch(BlobKind.PROMPT, Digest.of("nobody has this")))
                .hasMessageEndingWith("answers 404")
                .asInstanceOf(type(BlobUnavailableException.class))
                .returns(true, BlobUnavailableException::missing);
    }

    @Test
    void ownerOutOfReachMayBeAskedAgain() {
        Blobs blobs = new Blobs(new Config(URI.create("http://127.0.0.1:1"), Optional.empty()), new Tokens("any"));

        assertThatThrownBy(() -> blobs.fetch(BlobKind.PROMPT, Digest.of("")))
                .hasMessageContaining("http://127.0.0.1:1/orchestrator/blobs/prompts/")
                .asInstanceOf(type(BlobUnavailableException.class))
                .returns(false, BlobUnavailableException::missing);
    }

    @Test
    void tokenOfAnotherKindDoesNotOpenIt() {
        Digest digest = shelf.put(BlobKind.JUDGE, "expected values".getBytes(UTF_8));
        Blobs ofGenerator =
                new Blobs(new Config(configured.orchestratorUrl(), Optional.empty()), new Tokens("opens-prompts"));

        assertThatThrownBy(() -> ofGenerator.fetch(BlobKind.JUDGE, digest))
                .hasMessageEndingWith("answers 401")
                .isInstanceOf(BlobUnavailableException.class);
        assertThat(shelf.requests(BlobKind.JUDGE, digest)).isZero();
    }

    @Test
    void callersAtTheSameTimeShareOneRequest() throws Exception {
        byte[] content = "shared".getBytes(UTF_8);
        Digest digest = shelf.put(BlobKind.JUDGE, content);
        CountDownLatch latch = new CountDownLatch(1);
        shelf.holdUntil(latch);
        Blobs blobs = blobs(folder);
        AtomicInteger served = new AtomicInteger();

        List<Thread> callers = Stream.generate(() -> Thread.ofPlatform().start(() -> {
                    if (Arrays.equals(blobs.fetch(BlobKind.JUDGE, digest), content)) {
                        served.incrementAndGet();
                    }
                }))
                .limit(20)
                .toList();
        await().until(() ->
                shelf.requests(BlobKind.JUDGE, digest) > 0 && callers.stream().allMatch(BlobsTest::isWaiting));
        latch.countDown();
        for (Thread each : callers) {
            each.join();
        }

        assertThat(served).hasValue(20);
        assertThat(shelf.requests(BlobKind.JUDGE, digest)).isEqualTo(1);
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private Blobs blobs(@Nullable Path cache) {
        return new Blobs(
                new Config(configured.orchestratorUrl(), Optional.ofNullable(cache)), new Tokens("opens-everything"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private record Config(URI base, Optional<Path> cacheDir) implements BlobsConfig {

        @Override
        public URI orchestratorUrl() {
            return base;
        }

        @Override
        public URI generatorUrl() {
            return base;
        }

        @Override
        public long memoryBytes() {
            return MEMORY;
        }
    }

    /** Holds one token, for everything. */
    private record Tokens(String token) implements AuthConfig {

        @Override
        public Optional<String> apiToken() {
            return Optional.of(token);
        }

        @Override
        public Optional<String> promptToken() {
            return Optional.empty();
        }

        @Override
        public Optional<String> judgeToken() {
            return Optional.empty();
        }

        @Override
        public Optional<String> planToken() {
            return Optional.empty();
        }

        @Override
        public Optional<String> answerToken() {
            return Optional.empty();
        }
    }
}
