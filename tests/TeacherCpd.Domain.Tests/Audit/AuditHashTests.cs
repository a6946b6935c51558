using System.Security.Cryptography;
using System.Text;
using TeacherCpd.Domain.Audit;

namespace TeacherCpd.Domain.Tests.Audit;

public sealed class AuditHashTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 30, 15, 250, DateTimeKind.Utc);
    private static readonly Guid Actor = Guid.Parse("0198c0de-0000-7000-8000-000000000001");

    [Fact]
    public void TheHash_IsOverAllFieldsInOrder()
    {
        var process = Process();
        process.Seal([Change(2, "B"), Change(1, "A")]);

        var text = string.Join('\u001f', [
            "7", new string('0', 64), "SubmitCase", "2026-02-10T09:30:15.250", Actor.ToString(),
            "Case", "A", "Changed", "{}", "Case", "B", "Changed", "{}",
        ]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), process.Hash);
    }

    public static TheoryData<AuditProcess, string> Changed => new()
    {
        { Process(sequence: 8), "sequence" },
        { Process(name: "SubmitCases"), "name" },
        { Process(previous: new string('1', 64)), "previous hash" },
        { Process(at: Now.AddMilliseconds(1)), "time" },
        { Process(actor: Guid.Parse("0198c0de-0000-7000-8000-000000000002")), "actor" },
        { Process(actor: Guid.Empty), "empty actor" },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public void AChangeOfAnyField_ChangesTheHash(AuditProcess other, string what)
    {
        var process = Process();

        process.Seal([Change(1, "A")]);
        other.Seal([Change(1, "A")]);

        Assert.False(process.Hash == other.Hash, what);
    }

    [Theory]
    [InlineData("Case", "A", AuditChange.Changed, "{\"a\":1}")]
    [InlineData("Case", "A", AuditChange.Removed, "{}")]
    [InlineData("Cases", "A", AuditChange.Changed, "{}")]
    [InlineData("Case", "B", AuditChange.Changed, "{}")]
    public void AChangeOfAnEvent_ChangesTheHash(string record, string id, AuditChange change, string values)
    {
        var process = Process();
        var other = Process();

        process.Seal([Change(1, "A")]);
        other.Seal([new AuditEvent { Order = 1, Record = record, RecordId = id, Change = change, Values = values }]);

        Assert.NotEqual(process.Hash, other.Hash);
    }

    [Fact]
    public void TheSystemItself_IsNoPerson()
    {
        var process = new AuditProcess { Sequence = 1, Name = "Seed", At = Now, PreviousHash = "" };
        process.Seal([]);

        var text = string.Join('\u001f', ["1", "", "Seed", "2026-02-10T09:30:15.250", ""]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), process.Hash);
    }

    private static AuditProcess Process(
        long sequence = 7, string name = "SubmitCase", string? previous = null, DateTime? at = null, Guid? actor = null) => new()
        {
            Sequence = sequence,
            Name = name,
            At = at ?? Now,
            ActorId = actor ?? Actor,
            PreviousHash = previous ?? new string('0', 64),
        };

    private static AuditEvent Change(int order, string id) =>
        new() { Order = order, Record = "Case", RecordId = id, Change = AuditChange.Changed, Values = "{}" };
}
