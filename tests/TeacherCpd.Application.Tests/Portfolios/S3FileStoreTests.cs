using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>The same against a server that speaks S3, in a bucket for each test.</summary>
public sealed class S3FileStoreTests : FileStoreTests, IClassFixture<S3Server>
{
    private readonly S3Options s3;
    private readonly S3FileStore store;
    private readonly S3Server server;

    public S3FileStoreTests(S3Server server)
    {
        this.server = server;
        s3 = server.NewBucket();
        store = new S3FileStore(Options, s3);
    }

    protected override IFileStore Store => store;

    [Fact]
    public async Task Open_GivesNothingThatIsNotWhatItsNameSays()
    {
        var stored = (await store.SaveAsync(new MemoryStream([1, 2, 3]), 100, Ct)).Value;
        await ReplaceAsync(stored.Sha256, [1, 2, 4]);

        await Assert.ThrowsAsync<InvalidDataException>(() => store.OpenAsync(stored.Sha256, Ct));

        Assert.Empty(LocalFiles);
    }

    [Fact]
    public async Task Open_GivesAStreamThatCanBeReadTwice()
    {
        var stored = (await store.SaveAsync(new MemoryStream([1, 2, 3]), 100, Ct)).Value;
        await using var file = await store.OpenAsync(stored.Sha256, Ct);
        var bytes = new byte[3];

        await file.ReadExactlyAsync(bytes, Ct);
        file.Position = 1;

        Assert.Equal(2, file.ReadByte());
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        using var stranger = new S3FileStore(Options, s3 with { SecretKey = "guess" });

        await Assert.ThrowsAsync<AmazonS3Exception>(() => stranger.SaveAsync(new MemoryStream([1]), 100, Ct));
    }

    [Fact]
    public async Task Check_TellsABucketThatIsThereFromOneThatIsNot()
    {
        await store.CheckAsync(Ct);

        using var elsewhere = new S3FileStore(Options, s3 with { Bucket = "nowhere" });
        await Assert.ThrowsAsync<AmazonS3Exception>(() => elsewhere.CheckAsync(Ct));
    }

    protected override void Dispose(bool disposing)
    {
        store.Dispose();
        base.Dispose(disposing);
    }

    protected override Task<IReadOnlyList<string>> StoredAsync() => Task.FromResult<IReadOnlyList<string>>([.. server.KeysIn(s3), .. LocalFiles]);

    // by the protocol, so that the server's own mark of the object fits its content
    protected override async Task ReplaceAsync(string sha256, byte[] content)
    {
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(s3.AccessKey, s3.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = s3.Endpoint,
                AuthenticationRegion = s3.Region,
                ForcePathStyle = true,
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            });
        using var stream = new MemoryStream(content);
        await client.PutObjectAsync(
            new PutObjectRequest { BucketName = s3.Bucket, Key = $"{sha256[..2]}/{sha256[2..4]}/{sha256}", InputStream = stream, UseChunkEncoding = false }, Ct);
    }
}
