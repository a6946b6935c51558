using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Certificates;

public sealed class RegisterTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_suspended_certificate_counts_again_once_it_is_restored()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var certificate = await app.Data.CertificateAsync(teacher);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);

        Assert.True((await app.SendAs(coordinator, new SuspendCertificateCommand(certificate.Id, CertificateReason.UnderReview, "шағым"))).IsOk);
        Assert.Equal(0, await HoursAsync(teacher));
        Assert.True((await app.SendAs(coordinator, new RestoreCertificateCommand(certificate.Id, CertificateReason.ReviewEnded, "расталды"))).IsOk);
        Assert.Equal(80, await HoursAsync(teacher));
        Assert.True((await app.SendAs(coordinator, new RevokeCertificateCommand(certificate.Id, CertificateReason.Dishonesty, "№ 4 шешім"))).IsOk);
        Assert.Equal(0, await HoursAsync(teacher));

        var view = (await app.SendAs(coordinator, new GetCertificateQuery(certificate.Id))).Value;
        Assert.Equal([CertificateStepKind.Suspended, CertificateStepKind.Restored, CertificateStepKind.Revoked], view.Steps.Select(s => s.Kind));
        Assert.Equal(["шағым", "расталды", "№ 4 шешім"], view.Steps.Select(s => s.Words));
        Assert.Empty(view.Next);
        Assert.IsType<StepNotAllowed>((await app.SendAs(coordinator, new RestoreCertificateCommand(certificate.Id, CertificateReason.ReviewEnded, "жоқ"))).Error);
    }

    [Fact]
    public async Task A_corrected_certificate_has_a_number_of_its_own_and_the_day_from_which_hours_count_does_not_move()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var first = await app.Data.CertificateAsync(teacher);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        app.Time.Advance(TimeSpan.FromDays(40));

        var id = (await app.SendAs(coordinator, Replace(first, CertificateReason.FactsWrong, f => f with { Hours = 72 }))).Value;

        var next = await app.LookAsync(db => db.Certificates.SingleAsync(c => c.Id == id));
        Assert.Equal(("KZ-2026-000002", 2, first.Id, 72, first.IssuedOn, (DateOnly?)new DateOnly(2026, 3, 22)), (next.Serial, next.Edition, next.ReplacesId, next.Hours, next.IssuedOn, next.ReissuedOn));
        Assert.NotEqual(first.VerificationCode, next.VerificationCode);
        Assert.Equal(72, await HoursAsync(teacher));
        var old = (await app.SendAs(null, new VerifyCertificateQuery(first.VerificationCode))).Value;
        Assert.Equal((CertificateStatus.Superseded, "KZ-2026-000002", 80), (old.Certificate!.Status, old.ReplacedBy, old.Certificate.Hours));
        var now = (await app.SendAs(null, new VerifyCertificateQuery(next.VerificationCode))).Value;
        Assert.Equal((CertificateStatus.Valid, "KZ-2026-000001"), (now.Certificate!.Status, now.Replaces));
    }

    [Fact]
    public async Task A_replacement_needs_something_that_changes_or_a_lost_paper()
    {
        var first = await app.Data.CertificateAsync();
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);

        Assert.IsType<NothingCorrected>((await app.SendAs(coordinator, Replace(first, CertificateReason.FactsWrong, f => f))).Error);
        Assert.IsType<NothingCorrected>((await app.SendAs(coordinator, Replace(first, CertificateReason.NameChanged, f => f with { HolderName = "Басқа Адам" }))).Error);
        Assert.IsType<CertificateDaysReversed>((await app.SendAs(coordinator, Replace(first, CertificateReason.FactsWrong, f => f with { EndedOn = f.StartedOn!.Value.AddDays(-1) }))).Error);
        Assert.IsType<ReasonDoesNotFit>((await app.SendAs(coordinator, Replace(first, CertificateReason.Dishonesty, f => f))).Error);

        // what was refused took no number
        Assert.True((await app.SendAs(coordinator, Replace(first, CertificateReason.LostOrDamaged, f => f with { HolderName = "Басқа Адам" }))).IsOk);
        var next = await app.LookAsync(db => db.Certificates.SingleAsync(c => c.ReplacesId == first.Id));
        Assert.Equal(("KZ-2026-000002", first.HolderName), (next.Serial, next.HolderName));
    }

    [Fact]
    public async Task Nobody_keeps_the_register_of_another_branch_or_changes_an_own_certificate()
    {
        var certificate = await app.Data.CertificateAsync();
        var stranger = await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetCertificateQuery(certificate.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new RevokeCertificateCommand(certificate.Id, CertificateReason.IssuedInError, "жоқ"))).Error);
        Assert.Empty((await app.SendAs(stranger, new GetCertificatesQuery(null, null, null, 1))).Value.Items);

        var both = await app.Data.PersonAsync(Role.Teacher);
        var own = await app.Data.CertificateAsync(both);
        var world = await app.Data.WorldAsync();
        await app.Data.ChangeAsync(async db => (await db.Persons.Include(p => p.Roles).SingleAsync(p => p.Id == both.Id)).Receives(Role.Coordinator, world.Branch.Id));
        Assert.IsType<OwnCertificate>((await app.SendAs(both, Replace(own, CertificateReason.FactsWrong, f => f with { Hours = 500 }))).Error);
    }

    [Theory]
    [InlineData("KZ-2026-000001", 1)]
    [InlineData("kz-2026-000001", 1)]
    [InlineData("KZ-2026-00000", 0)]
    [InlineData("ерек", 1)]
    [InlineData("«»", 0)]
    public async Task The_register_finds_by_number_and_name(string text, int found)
    {
        await app.Data.CertificateAsync(await app.Data.PersonAsync(Role.Teacher, familyName: "Ерекше"));
        await app.Data.CertificateAsync(await app.Data.PersonAsync(Role.Teacher, familyName: "Басқа"));

        Assert.Equal(found, (await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new GetCertificatesQuery(text, null, null, 1))).Value.Total);
    }

    [Fact]
    public async Task The_certificate_of_a_graded_course_has_its_competences_with_marks()
    {
        var certificate = await app.Data.CertificateAsync();

        var appendix = CertificateAppendix.Read(certificate.Appendix)!;

        Assert.Equal("Good", appendix.Grade);
        Assert.Equal(["A критерийі", "B критерийі", "C критерийі"], appendix.Competences.Select(c => c.Title.Kk));
        Assert.All(appendix.Competences, c => Assert.NotNull(c.Mark));
    }

    private async Task<int> HoursAsync(Person teacher) => (await app.SendAs(teacher, new GetMyRecordQuery())).Value.Training.Hours;

    private static ReplaceCertificateCommand Replace(Certificate old, CertificateReason reason, Func<CorrectedFacts, CorrectedFacts> change) => new(
        old.Id, reason, "№ 3 өтініш", change(new(old.HolderName, old.Hours, old.StartedOn, old.EndedOn, old.ValidFrom, old.ValidUntil, old.Grounds)));
}
