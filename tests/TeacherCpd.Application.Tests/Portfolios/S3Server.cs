using System.Diagnostics;
using System.Globalization;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>The server that npm installed beside the front-end files (package.json, devDependencies), on a free port.</summary>
public sealed class S3Server : IAsyncLifetime
{
    // the only key pair it knows
    private const string AccessKey = "S3RVER";
    private const string SecretKey = "S3RVER";
    private const string Ending = "._S3rver_object";

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

    /// <summary>A bucket of its own: to this server a folder is one.</summary>
    public S3Options NewBucket() => new(
        endpoint, "us-east-1", Directory.CreateDirectory(Path.Combine(folder.Path, $"b{Guid.CreateVersion7():N}")).Name, AccessKey, SecretKey);

    /// <summary>Keys of all that lies in a bucket.</summary>
    public IEnumerable<string> KeysIn(S3Options bucket)
    {
        var root = Path.Combine(folder.Path, bucket.Bucket);
        return Directory.GetFiles(root, $"*{Ending}", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f)[..^Ending.Length]);
    }

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
