using TeacherCpd.Application.Portfolios;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class FolderFileStoreTests : FileStoreTests
{
    private readonly FolderFileStore store;

    public FolderFileStoreTests() => store = new FolderFileStore(Options);

    protected override IFileStore Store => store;

    protected override Task<IReadOnlyList<string>> StoredAsync() => Task.FromResult(LocalFiles);

    protected override Task ReplaceAsync(string sha256, byte[] content) => File.WriteAllBytesAsync(Assert.Single(LocalFiles), content, Ct);
}
