using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using Amazon.S3;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>The server that npm installed beside the front-end files (package.json, devDependencies), on a free port.</summary>
public sealed class S3Server : IAsyncLifetime
{
    // the only key pair it knows
    private const string AccessKey = "S3RVER";
    private const string SecretKey = "S3RVER";

    private const string Script = """
        const Server = require('@20minutes/s3rver');
        new Server({ address: '127.0.0.1', port: 0, silent: true, directory: process.argv[1] }).run().then(a => console.log(a.port));
        """;

    private readonly TemporaryFolder folder = new();
    private Process? process;
    private string endpoint = "";

    public async ValueTask InitializeAsync()
    {
        process = Process.Start(new ProcessStartInfo("node", ["-e", Script, folder.Path])
        {
            WorkingDirectory = RepositoryFolder.Root,
            RedirectStandardOutput = true,
        })!;
        var port = int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        endpoint = $"http://127.0.0.1:{port}";
    }

    public S3Options OptionsOf(string bucket) => new(endpoint, "us-east-1", bucket, AccessKey, SecretKey);

    public AmazonS3Client Client() => new(
        new BasicAWSCredentials(AccessKey, SecretKey),
        new AmazonS3Config
        {
            ServiceURL = endpoint,
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Dispose();
    }
}
