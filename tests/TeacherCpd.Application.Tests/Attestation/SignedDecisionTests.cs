using System.CommandLine;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Cli;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

/// <summary>What stays of a decision: the signed chain, papers, the letter of reasons.</summary>
public sealed class SignedDecisionTests : IAsyncLifetime
{
    private TestApp app = null!;
    private TestCommission commission = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        commission = await app.Data.CommissionAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Sheet_votes_protocol_letter_and_order_are_one_chain_that_is_verified_without_the_database()
    {
        var (attestationCase, protocol) = await DecidedAsync(5, 2);
        await app.SendAs(commission.Secretary, new ApproveLetterCommand(attestationCase.Id, "Құрметті педагог!"));
        var sitting = await app.LookAsync(db => db.Sittings.Select(s => s.Id).SingleAsync());
        Assert.IsType<NothingToOrder>((await app.SendAs(commission.Secretary, new IssueOrderCommand(sitting, "А. Басшы"))).Error);
        await app.SendAs(commission.Secretary, new CloseSittingCommand(sitting, "Аудиожазба"));
        var order = await app.SendAs(commission.Secretary, new IssueOrderCommand(sitting, "А. Басшы"));
        Assert.Equal(order.Value, (await app.SendAs(commission.Secretary, new IssueOrderCommand(sitting, "Б. Басқа"))).Value);
        Assert.Equal("BQ-2026-000001", await app.LookAsync(db => db.AttestationOrders.Select(o => o.Number).SingleAsync()));

        var file = (await app.SendAs(commission.Secretary, new ExportChainQuery(protocol))).Value;
        var verdict = DecisionChain.Verify(Encoding.UTF8.GetString(file.Content));

        Assert.Empty(verdict.Faults);
        Assert.Equal(["Sheet", .. Enumerable.Repeat("Vote", 7), "Protocol", "Letter", "Order"], verdict.Links.Select(l => l.Kind));
        Assert.IsType<NotFound>((await app.SendAs(teacher, new ExportChainQuery(protocol))).Error);
        Assert.IsType<NotFound>((await app.SendAs((await app.Data.CommissionAsync()).Secretary, new IssueOrderCommand(sitting, "А. Басшы"))).Error);
    }

    [Fact]
    public async Task The_command_line_says_whether_a_file_is_whole()
    {
        var (_, protocol) = await DecidedAsync(7, 0);
        var file = (await app.SendAs(commission.Secretary, new ExportChainQuery(protocol))).Value;
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "case.chain.json");
        await File.WriteAllBytesAsync(path, file.Content, TestContext.Current.CancellationToken);

        var whole = await RunAsync(path);
        await File.WriteAllTextAsync(path, Encoding.UTF8.GetString(file.Content).Replace("\"key\"", "\"clé\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var broken = await RunAsync(path);
        var missing = await RunAsync(Path.Combine(folder.Path, "none.json"));

        Assert.Equal(0, whole.Code);
        Assert.EndsWith("whole", whole.Output.Trim(), StringComparison.Ordinal);
        Assert.Equal(1, broken.Code);
        Assert.Contains("signature wrong", broken.Error, StringComparison.Ordinal);
        Assert.Equal(2, missing.Code);
    }

    [Fact]
    public async Task A_letter_is_drafted_from_votes_and_criteria_and_goes_only_when_a_person_approved_it()
    {
        var (attestationCase, protocol) = await DecidedAsync(2, 5);

        var draft = (await app.SendAs(commission.Secretary, new GetLetterQuery(attestationCase.Id))).Value;
        Assert.Contains("– Сабақ жоспары жоқ", draft.Text, StringComparison.Ordinal);
        Assert.Single(draft.Text.Split('\n'), l => l == "– Сабақ жоспары жоқ");
        Assert.All(commission.Members, m => Assert.DoesNotContain(m.FamilyName, draft.Text, StringComparison.Ordinal));
        Assert.Null((await app.SendAs(teacher, new GetMyCaseQuery(attestationCase.Id))).Value.Outcome!.Letter);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new PrintPaperQuery(AttestationPaper.Letter, protocol, Language.Kk, false))).Error);

        Assert.Null((await app.SendAs(commission.Secretary, new SaveLetterCommand(attestationCase.Id, "Түзетілген"))).Error);
        Assert.Null((await app.SendAs(commission.Secretary, new ApproveLetterCommand(attestationCase.Id, "Бекітілген"))).Error);
        Assert.Null((await app.SendAs(commission.Secretary, new ApproveLetterCommand(attestationCase.Id, "Бекітілген"))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(commission.Secretary, new SaveLetterCommand(attestationCase.Id, "Кеш"))).Error);

        Assert.Equal("Бекітілген", (await app.SendAs(teacher, new GetMyCaseQuery(attestationCase.Id))).Value.Outcome!.Letter);
        Assert.Equal("HT-2026-000001", (await app.SendAs(commission.Secretary, new GetLetterQuery(attestationCase.Id))).Value.Number);
        Assert.Equal(1, await app.LookAsync(db => db.AttestationNotices.CountAsync(n => n.Kind == AttestationNoticeKind.LetterSent && n.RecipientId == teacher.Id)));
    }

    [Fact]
    public async Task Papers_are_pdf_and_docx_in_two_languages()
    {
        var (attestationCase, protocol) = await DecidedAsync(6, 1);
        await app.SendAs(commission.Secretary, new ApproveLetterCommand(attestationCase.Id, "Бекітілген"));
        var sitting = await app.LookAsync(db => db.Sittings.Select(s => s.Id).SingleAsync());
        await app.SendAs(commission.Secretary, new CloseSittingCommand(sitting, "Аудиожазба"));
        await app.SendAs(commission.Secretary, new IssueOrderCommand(sitting, "А. Басшы"));

        foreach (var (paper, id) in new[]
        {
            (AttestationPaper.Protocol, sitting), (AttestationPaper.Order, sitting), (AttestationPaper.Extract, protocol), (AttestationPaper.Letter, protocol),
        })
        {
            foreach (var language in new[] { Language.Kk, Language.Ru })
            {
                var pdf = (await app.SendAs(commission.Secretary, new PrintPaperQuery(paper, id, language, AsDocx: false))).Value;
                var docx = (await app.SendAs(commission.Secretary, new PrintPaperQuery(paper, id, language, AsDocx: true))).Value;

                Assert.StartsWith("%PDF", Encoding.Latin1.GetString(pdf.Content), StringComparison.Ordinal);
                using var archive = new ZipArchive(new MemoryStream(docx.Content));
                using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
                var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
                Assert.Contains(paper == AttestationPaper.Letter ? "Бекітілген" : teacher.FamilyName, text, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\b(paper|letter|attestation|sittings)\.[a-z]", text);
            }
        }

        // the candidate has the extract and the letter, and not the protocol of the others
        Assert.Null((await app.SendAs(teacher, new PrintPaperQuery(AttestationPaper.Extract, protocol, Language.Kk, false))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new PrintPaperQuery(AttestationPaper.Protocol, sitting, Language.Kk, false))).Error);
    }

    private async Task<(AttestationCase Case, Guid Protocol)> DecidedAsync(int conforming, int against)
    {
        var reviewed = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, teacher, commission);
        await app.SendAs(commission.Secretary, new RecordResultsCommand(reviewed.Id, 100, new DateOnly(2026, 2, 2), TestData.PointsFor("expert")));
        await app.Data.SittingAsync(commission, reviewed);
        await app.SendAs(commission.Secretary, new OpenVotingCommand(reviewed.Id));
        for (var i = 0; i < conforming + against; i++)
        {
            await app.SendAs(commission.Members[i], new CastVoteCommand(reviewed.Id, i < conforming, i < conforming ? null : "Сабақ жоспары жоқ"));
        }

        return (reviewed, (await app.SendAs(commission.Secretary, new DecideCaseCommand(reviewed.Id))).Value);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string path)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Create(TextReader.Null).Parse(["attestation", "verify", path])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
