using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Attestation.Observations;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class ObservationTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 2, 3);
    private static readonly IReadOnlyList<int?> Twos = [.. Enumerable.Repeat<int?>(2, 34)];

    private TestApp app = null!;
    private Person teacher = null!;
    private Person colleague = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.Data.RuleSetAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
        colleague = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_sheet_goes_from_a_draft_to_the_answer_of_the_teacher()
    {
        var id = await BeginAsync(colleague);
        Assert.Null((await app.SendAs(colleague, new FillObservationCommand(id, [2, 3, null], "Рефлексия"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetObservationQuery(id))).Error);

        Assert.Equal(new LevelsMissing(32), (await app.SendAs(colleague, new SignObservationCommand(id, [2, 3], "Рефлексия"))).Error);
        var draft = (await app.SendAs(colleague, new GetObservationQuery(id))).Value;
        Assert.Equal((5, true, ObservationStatus.Draft), (draft.Points, draft.MayFill, draft.Status));

        Assert.Null((await app.SendAs(colleague, new SignObservationCommand(id, Twos, "Рефлексия"))).Error);
        Assert.Null((await app.SendAs(colleague, new SignObservationCommand(id, Twos, "Рефлексия"))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(colleague, new FillObservationCommand(id, Twos, "Басқа"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(colleague, new AcknowledgeObservationCommand(id, "Мен емес"))).Error);

        var mine = (await app.SendAs(teacher, new GetMyObservationsQuery())).Value;
        Assert.Equal((68, ObservationStatus.SignedOff), (Assert.Single(mine.Rows).Points, mine.Rows[0].Status));
        Assert.Equal((68, "moderator", false), (mine.Year!.Points, mine.Year.Band, mine.Year.IsComplete));
        Assert.Null((await app.SendAs(teacher, new AcknowledgeObservationCommand(id, "Рахмет\r\nсізге"))).Error);
        var answered = (await app.SendAs(colleague, new GetObservationQuery(id))).Value;
        Assert.Equal(("Рахмет\nсізге", ObservationStatus.Acknowledged, false), (answered.Answer, answered.Status, answered.MayAcknowledge));
    }

    [Fact]
    public async Task A_signed_sheet_is_a_link_of_the_chain_of_the_case_and_evidence_for_it()
    {
        var open = await app.Data.CaseAsync(AttestationCaseStatus.Open, teacher);
        var id = await BeginAsync(colleague);
        await app.SendAs(colleague, new SignObservationCommand(id, Twos, null));

        var link = await app.LookAsync(db => db.ChainLinks.SingleAsync(l => l.CaseId == open.Id));
        Assert.Equal((ChainKind.Observation, id), (link.Kind, link.RecordId));

        var proposal = Assert.Single((await app.SendAs(teacher, new GetMyEvidenceQuery())).Value.Proposals);
        var item = (await app.SendAs(teacher, new TakeOverEvidenceCommand(proposal.Origin, proposal.OriginId, Language.Kk))).Value;
        Assert.Null((await app.SendAs(teacher, new PutEvidenceCommand(open.Id, item, "1.2"))).Error);
        var form = (await app.SendAs(teacher, new GetCaseEvidenceQuery(open.Id))).Value;
        Assert.Equal(68, form.Suggested["1.2"]);
        Assert.Equal((1, 68), (form.Sheet.Observations.Count, form.Sheet.Year!.Points));
    }

    [Fact]
    public async Task Without_a_case_a_signed_sheet_is_in_no_chain()
    {
        var id = await BeginAsync(colleague);
        await app.SendAs(colleague, new SignObservationCommand(id, Twos, null));

        Assert.Equal(0, await app.LookAsync(db => db.ChainLinks.CountAsync()));
        Assert.NotNull(await app.LookAsync(db => db.LessonObservations.Where(o => o.Id == id).Select(o => o.Sha256).SingleAsync()));
    }

    [Fact]
    public async Task The_part_of_the_observer_is_looked_up()
    {
        var commission = await app.Data.CommissionAsync();
        var elsewhere = await app.Data.PersonAsync(Role.Teacher, w => w.OtherRegion);
        var methodist = await app.Data.PersonAsync(Role.EducationOfficer, w => w.District);

        foreach (var (observer, part, may) in new[]
        {
            (colleague, ObserverPart.Organisation, true),
            (colleague, ObserverPart.CommissionMember, false),
            (colleague, ObserverPart.MethodOffice, false),
            (elsewhere, ObserverPart.Organisation, false),
            (elsewhere, ObserverPart.MethodOffice, false),
            (commission.Members[1], ObserverPart.CommissionMember, true),
            (commission.Members[1], ObserverPart.Organisation, false),
            (methodist, ObserverPart.MethodOffice, true),
        })
        {
            var result = await app.SendAs(observer, Beginning(Guid.CreateVersion7(), part));

            Assert.Equal(may, result.IsOk);
            Assert.True(may || result.Error is ObserverNotEntitled);
        }
    }

    [Fact]
    public async Task An_observer_has_one_sheet_of_a_lesson_so_that_nobody_weighs_twice_in_the_mean()
    {
        var id = await BeginAsync(colleague);
        var again = Beginning(Guid.CreateVersion7(), ObserverPart.Organisation);
        Assert.IsType<LessonObservedBefore>((await app.SendAs(colleague, again)).Error);
        Assert.Null((await app.SendAs(colleague, again with { SheetId = Guid.CreateVersion7(), Number = 3 })).Error);
        Assert.Null((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), again with { SheetId = Guid.CreateVersion7() })).Error);

        await app.SendAs(colleague, new DiscardObservationCommand(id));
        Assert.Null((await app.SendAs(colleague, again)).Error);
    }

    [Fact]
    public async Task Nobody_begins_a_sheet_about_themselves_or_about_nobody()
    {
        Assert.IsType<OwnLesson>((await app.SendAs(teacher, Beginning(Guid.CreateVersion7(), ObserverPart.Organisation))).Error);
        Assert.IsType<ObservedTeacherNotKnown>(
            (await app.SendAs(colleague, Beginning(Guid.CreateVersion7(), ObserverPart.Organisation) with { Iin = "850101400011" })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(colleague, Beginning(Guid.CreateVersion7(), ObserverPart.Organisation) with { Iin = "850101400012" })).Error);
    }

    [Fact]
    public async Task A_sheet_is_its_observers_alone_until_it_is_signed_and_then_for_those_who_decide()
    {
        var commission = await app.Data.CommissionAsync();
        var id = await BeginAsync(colleague);
        var stranger = await app.Data.PersonAsync(Role.Teacher);

        Assert.IsType<NotFound>((await app.SendAs(stranger, new FillObservationCommand(id, Twos, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new SignObservationCommand(id, Twos, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new DiscardObservationCommand(id))).Error);
        await app.Data.CaseAsync(AttestationCaseStatus.Submitted, teacher);
        Assert.IsType<NotFound>((await app.SendAs(commission.Secretary, new GetObservationQuery(id))).Error);

        await app.SendAs(colleague, new SignObservationCommand(id, Twos, null));

        Assert.Null((await app.SendAs(commission.Secretary, new GetObservationQuery(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetObservationQuery(id))).Error);
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_is_gone_from_the_list()
    {
        var id = await BeginAsync(colleague);
        Assert.Single((await app.SendAs(colleague, new GetObservationsQuery())).Value);

        Assert.Null((await app.SendAs(colleague, new DiscardObservationCommand(id))).Error);

        Assert.Empty((await app.SendAs(colleague, new GetObservationsQuery())).Value);
        Assert.IsType<StepNotAllowed>((await app.SendAs(colleague, new SignObservationCommand(id, Twos, null))).Error);
    }

    private async Task<Guid> BeginAsync(Person observer)
    {
        var begin = Beginning(Guid.CreateVersion7(), ObserverPart.Organisation);
        var id = (await app.SendAs(observer, begin)).Value;
        Assert.Equal(id, (await app.SendAs(observer, begin)).Value);
        return id;
    }

    private BeginObservationCommand Beginning(Guid id, ObserverPart part) =>
        new(id, teacher.Iin, part, ObservationVariant.Lesson, Day, 2, "Математика", "8 «А»", "Квадрат теңдеулер");
}
