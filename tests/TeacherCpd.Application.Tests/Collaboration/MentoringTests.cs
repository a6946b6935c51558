using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Application.Collaboration;
using TeacherCpd.Application.Collaboration.Mentoring;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Collaboration;

/// <summary>Mentoring pairs through the pipeline.</summary>
public sealed class MentoringTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private TestApp app = null!;
    private World places = null!;
    private Person leader = null!;
    private Person mentor = null!;
    private Person young = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        places = await app.Data.WorldAsync();
        leader = await app.Data.PersonAsync(Role.SchoolCoordinator);
        mentor = await app.Data.PersonAsync(Role.Teacher);
        young = await app.Data.BeginnerAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_pair_goes_from_the_proposal_to_evidence_of_both()
    {
        var id = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(leader, Proposal(id))).Error);
        Assert.Null((await app.SendAs(leader, Proposal(id))).Error);
        Assert.Equal(["TM-2026-000001"], await app.LookAsync(db => db.MentoringPairs.Select(p => p.Number).ToListAsync()));
        Assert.Contains((await app.SendAs(young, new GetTodayQuery())).Value.Items, i => i.TextKey == "mentoring.today.accept");

        Assert.Null((await app.SendAs(mentor, new AcceptPairCommand(id))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(mentor, new BeginPairCommand(id))).Error);
        Assert.Null((await app.SendAs(young, new AcceptPairCommand(id))).Error);
        var (step, meeting) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Null((await app.SendAs(mentor, new PlanPairStepCommand(step, id, PairStepKind.LessonVisit, "Сабақ", Today.AddDays(3)))).Error);
        Assert.Null((await app.SendAs(leader, new BeginPairCommand(id))).Error);
        Assert.Contains((await app.SendAs(young, new GetTodayQuery())).Value.Items, i => i.TextKey == "mentoring.today.step" && i.DueOn == Today.AddDays(3));
        Assert.Null((await app.SendAs(mentor, new RecordMeetingCommand(meeting, id, step, PairStepKind.LessonVisit, Today, "Сабаққа қатыстық"))).Error);
        Assert.Null((await app.SendAs(mentor, new RecordMeetingCommand(meeting, id, step, PairStepKind.LessonVisit, Today, "Сабаққа қатыстық"))).Error);
        Assert.Contains((await app.SendAs(young, new GetTodayQuery())).Value.Items, i => i.TextKey == "mentoring.today.answer");
        Assert.IsType<NoMeetingConfirmed>((await app.SendAs(mentor, new WriteOutcomeCommand(id, "Жас педагог топтық жұмысты өзі жүргізеді."))).Error);
        Assert.IsType<OwnMeeting>((await app.SendAs(mentor, new AnswerMeetingCommand(id, meeting, null))).Error);
        Assert.Null((await app.SendAs(young, new AnswerMeetingCommand(id, meeting, "Рөл карточкасын қолдандым"))).Error);
        Assert.Null((await app.SendAs(mentor, new WriteOutcomeCommand(id, "Жас педагог топтық жұмысты өзі жүргізеді."))).Error);
        Assert.Null((await app.SendAs(young, new GetPairQuery(id))).Value.MentorOutcome);
        Assert.Null((await app.SendAs(young, new WriteOutcomeCommand(id, "Мақсатты оқушы тілінде жазуды үйрендім."))).Error);
        Assert.Equal("Жас педагог топтық жұмысты өзі жүргізеді.", (await app.SendAs(young, new GetPairQuery(id))).Value.MentorOutcome);

        Assert.Null((await app.SendAs(mentor, new TakePairToRecordCommand(id, 18, Language.Kk))).Error);
        Assert.Null((await app.SendAs(mentor, new TakePairToRecordCommand(id, 18, Language.Kk))).Error);
        var activity = await app.LookAsync(db => db.DevelopmentActivities.AsNoTracking().SingleAsync());
        Assert.Equal((DevelopmentKind.Mentoring, MentoringSide.Mentor, young.Id, "TM-2026-000001", Today), (activity.Kind, activity.Side, activity.OtherId, activity.DocumentNumber, activity.To));
        Assert.Null((await app.SendAs(leader, new ConfirmActivityCommand(activity.Id, activity.Revision))).Error);
        Assert.Contains((await app.SendAs(mentor, new GetMyEvidenceQuery())).Value.Proposals, p => p.OriginId == activity.Id && p.Reference == "TM-2026-000001");
    }

    [Fact]
    public async Task Mentors_are_for_beginners_one_each_and_a_mentor_has_three()
    {
        var old = await app.Data.PersonAsync(Role.Teacher, worksSince: Today.AddYears(-3).AddDays(-1));
        var edge = await app.Data.BeginnerAsync(since: Today.AddYears(-3));
        Assert.Equal(3, Assert.IsType<NotABeginner>((await app.SendAs(leader, Proposal() with { YoungTeacherId = old.Id })).Error).Years);
        Assert.IsType<OwnMentor>((await app.SendAs(leader, Proposal() with { MentorId = young.Id })).Error);
        Assert.Null((await app.SendAs(leader, Proposal() with { YoungTeacherId = edge.Id })).Error);
        Assert.IsType<HasMentor>((await app.SendAs(leader, Proposal() with { YoungTeacherId = edge.Id, MentorId = old.Id })).Error);
        Assert.Null((await app.SendAs(leader, Proposal())).Error);
        Assert.Null((await app.SendAs(leader, Proposal() with { YoungTeacherId = (await app.Data.BeginnerAsync()).Id })).Error);
        var fourth = await app.Data.BeginnerAsync();
        Assert.Equal(3, Assert.IsType<MentorHasEnough>((await app.SendAs(leader, Proposal() with { YoungTeacherId = fourth.Id })).Error).Most);

        var first = await app.LookAsync(db => db.MentoringPairs.Where(p => p.YoungTeacherId == edge.Id).Select(p => p.Id).SingleAsync());
        Assert.Null((await app.SendAs(edge, new EndPairEarlyCommand(first, "Басқа мектепке ауысамын"))).Error);
        Assert.Null((await app.SendAs(leader, Proposal() with { YoungTeacherId = fourth.Id })).Error);
        var form = (await app.SendAs(leader, new GetPairFormQuery(null))).Value;
        Assert.Equal([edge.Id], form.Beginners.Select(b => b.Id));
        Assert.DoesNotContain(form.Mentors, m => m.Id == mentor.Id);
    }

    [Fact]
    public async Task A_mentor_of_another_school_is_of_the_district_and_needs_a_reason()
    {
        var neighbour = places.District.Under(OrganisationKind.School, "S9", TestData.Text("№9 мектеп"));
        await app.Data.SaveAsync(neighbour);
        var near = await app.Data.PersonAsync(Role.Teacher, _ => neighbour);
        var far = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        var asked = Proposal() with { MentorId = null, MentorIin = far.Iin, OtherSchoolReason = "Пән мұғалімі жоқ" };

        Assert.Equal("MentorIin", Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(leader, asked)).Error).Faults).Field);
        Assert.IsType<OtherSchoolNeedsReason>((await app.SendAs(leader, asked with { MentorIin = near.Iin, OtherSchoolReason = " " })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(leader, asked with { MentorIin = null })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(leader, asked with { MentorIin = near.Iin, MentorId = mentor.Id })).Error);
        Assert.Null((await app.SendAs(leader, asked with { MentorIin = near.Iin })).Error);
        Assert.NotNull((await app.SendAs(near, new GetPairQuery(asked.PairId))).Value.MentorSchool);
    }

    [Fact]
    public async Task Only_the_two_and_their_school_see_a_pair_and_the_notes_stay_between_the_two()
    {
        var pair = await app.Data.PairAsync(mentor, young, PairStatus.Finished);
        var stranger = await app.Data.PersonAsync(Role.Teacher);
        var other = await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool);

        Assert.NotNull(Assert.Single((await app.SendAs(young, new GetPairQuery(pair.Id))).Value.Meetings).Words);
        var seen = (await app.SendAs(leader, new GetPairQuery(pair.Id))).Value;
        Assert.Null(Assert.Single(seen.Meetings).Words);
        Assert.NotNull(seen.MentorOutcome);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetPairQuery(pair.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetPairQuery(pair.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, Proposal())).Error);
        Assert.IsType<Forbidden>((await app.SendAs(mentor, Proposal())).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new EndPairEarlyCommand(pair.Id, "Себеп"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(leader, new RecordMeetingCommand(Guid.CreateVersion7(), pair.Id, null, PairStepKind.Consultation, Today, "Кездестік"))).Error);
        Assert.Single((await app.SendAs(leader, new GetCollaborationQuery())).Value.Pairs);
        Assert.Single((await app.SendAs(young, new GetMyCollaborationQuery())).Value.Pairs);
        Assert.Empty((await app.SendAs(stranger, new GetMyCollaborationQuery())).Value.Pairs);
    }

    [Fact]
    public async Task Offices_read_how_many_beginners_have_a_mentor()
    {
        await app.Data.PairAsync(mentor, young);
        await app.Data.BeginnerAsync();
        await app.Data.BeginnerAsync(w => w.OtherSchool);
        var ministry = await app.Data.PersonAsync(Role.EducationOfficer);
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);

        var country = (await app.SendAs(ministry, new GetMentoringFiguresQuery(null))).Value;
        Assert.Equal((3, 1), (country.Beginners, country.WithMentor));
        Assert.Equal([(places.Region.Id, 2, 1), (places.OtherRegion.Id, 1, 0)], country.Below.Select(b => (b.Place.Id, b.Beginners, b.WithMentor)).OrderByDescending(b => b.Beginners));
        var school = (await app.SendAs(regional, new GetMentoringFiguresQuery(places.School.Id))).Value;
        Assert.Equal((2, 1), (school.Beginners, school.WithMentor));
        Assert.IsType<NotFound>((await app.SendAs(regional, new GetMentoringFiguresQuery(places.OtherRegion.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(mentor, new GetMentoringFiguresQuery(null))).Error);
        Assert.Single((await app.SendAs(leader, new GetCollaborationQuery())).Value.Alone);
    }

    private ProposePairCommand Proposal(Guid? id = null) =>
        new(id ?? Guid.CreateVersion7(), places.School.Id, young.Id, mentor.Id, null, null, Today, Today.AddDays(90), "Топтық жұмысты өзі жүргізу");
}
