using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// Files in a bucket of an S3-compatible store, by hash. A file is received into a local folder first: its name is known
/// only at its end, and the store takes an object entirely or not at all. What is read comes back the same way, compared
/// with its hash.
/// </summary>
public sealed class S3FileStore : IFileStore, IDisposable
{
    private const int BufferBytes = 81920;
    private const long BytesPerMegabyte = 1024 * 1024;

    private readonly AmazonS3Client client;
    private readonly IncomingFolder incoming;
    private readonly string bucket;

    /// <summary>Connects with the first request.</summary>
    public S3FileStore(FileStoreOptions options, S3Options s3)
    {
        incoming = new IncomingFolder(options.Incoming);
        bucket = s3.Bucket;
        client = new AmazonS3Client(
            new BasicAWSCredentials(s3.AccessKey, s3.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = s3.Endpoint,
                AuthenticationRegion = s3.Region,
                ForcePathStyle = true,

                // the checksums that Amazon added later are not understood everywhere; the hash of the body is signed anyway
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            });
    }

    /// <inheritdoc/>
    public async Task<Result<StoredFile>> SaveAsync(Stream content, long maxBytes, CancellationToken ct)
    {
        await using var file = NewPassing();
        if (await IncomingFolder.CopyAsync(content, file, maxBytes, ct) is not { } stored)
        {
            return new FileTooLarge(maxBytes / BytesPerMegabyte);
        }

        // the same content at the same moment is the same object twice over: whichever comes last changes nothing
        if (await LengthAsync(stored.Sha256, ct) != stored.Bytes)
        {
            file.Position = 0;
            await client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = KeyOf(stored.Sha256),
                    InputStream = file,
                    AutoCloseStream = false,
                    UseChunkEncoding = false,
                    ContentType = "application/octet-stream",
                },
                ct);
        }

        return stored;
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(string sha256, CancellationToken ct)
    {
        var key = KeyOf(sha256);
        GetObjectResponse answer;
        try
        {
            answer = await client.GetObjectAsync(bucket, key, ct);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            throw new FileNotFoundException("No file is stored under this hash.", sha256, e);
        }

        var file = NewPassing();
        try
        {
            using (answer)
            {
                var copied = await IncomingFolder.CopyAsync(answer.ResponseStream, file, long.MaxValue, ct);
                if (copied?.Sha256 != sha256)
                {
                    throw new InvalidDataException($"What is stored under {sha256} is something else.");
                }
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public void DropLeftovers(DateTime before) => incoming.DropLeftovers(before);

    /// <summary>Asks the bucket for an object: throws where it does not answer, is not there or does not let us in.</summary>
    public async Task CheckAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetObjectAsync(bucket, "nothing-has-this-name", ct);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey")
        {
            // the right answer
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static string KeyOf(string sha256) => string.Join('/', StoredName.PartsOf(sha256));

    private async Task<long?> LengthAsync(string sha256, CancellationToken ct)
    {
        try
        {
            return (await client.GetObjectMetadataAsync(bucket, KeyOf(sha256), ct)).ContentLength;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private FileStream NewPassing() => new(
        incoming.NewPath(), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
}
