using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Domain.Tests.Collaboration;

/// <summary>A mentor and a young teacher, from the proposal to what came of it.</summary>
public sealed class MentoringPairTests
{
    private static readonly DateTime Now = DateTime.UnixEpoch;
    private static readonly DateOnly From = new(2026, 2, 1);
    private static readonly DateOnly To = new(2026, 5, 31);
    private static readonly Guid School = Guid.CreateVersion7();
    private static readonly Guid Mentor = Guid.CreateVersion7();
    private static readonly Guid Young = Guid.CreateVersion7();

    private readonly MentoringPair pair = Propose(Proposal()).Value;

    [Theory]
    [InlineData("2023-02-10", true)]
    [InlineData("2023-02-09", false)]
    [InlineData("2026-02-10", true)]
    public void A_beginner_is_one_until_the_day_on_which_the_years_are_full(string began, bool isBeginner) =>
        Assert.Equal(isBeginner, new CollaborationRules(3, 3).IsBeginner(DateOnly.Parse(began, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 2, 10)));

    [Theory]
    [InlineData(5, 31, 2026)]
    [InlineData(6, 1, 2027)]
    [InlineData(9, 1, 2027)]
    public void The_school_year_ends_in_May(int month, int day, int year) => Assert.Equal(new DateOnly(year, 5, 31), SchoolYear.EndOf(new DateOnly(2026, month, day)));

    [Fact]
    public void Nobody_mentors_themselves_a_pair_has_days_and_another_school_a_reason()
    {
        Assert.IsType<OwnMentor>(Propose(Proposal() with { YoungTeacherId = Mentor }).Error);
        Assert.IsType<PairDaysReversed>(Propose(Proposal() with { To = From }).Error);
        Assert.Null(Propose(Proposal() with { To = From.AddDays(1) }).Error);
        Assert.IsType<OtherSchoolNeedsReason>(Propose(Proposal() with { MentorSchoolId = Guid.CreateVersion7() }).Error);
        Assert.Equal("Пән мұғалімі жоқ", Propose(Proposal() with { MentorSchoolId = Guid.CreateVersion7(), OtherSchoolReason = "Пән мұғалімі жоқ" }).Value.OtherSchoolReason);
    }

    [Fact]
    public void Both_accept_each_for_themselves()
    {
        Assert.Null(pair.Accept(MentoringSide.Mentor, Now));
        Assert.Null(pair.Accept(MentoringSide.Mentor, Now));
        Assert.Equal(PairStatus.Planned, pair.Status);
        Assert.IsType<StepNotAllowed>(pair.Begin(Now));
        Assert.Null(pair.Accept(MentoringSide.Mentee, Now));
        Assert.Equal(PairStatus.Agreed, pair.Status);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(119, true)]
    [InlineData(120, false)]
    public void A_step_lies_within_the_time_of_the_pair(int day, bool fits)
    {
        Run();

        Assert.Equal(fits, pair.Plan(Guid.CreateVersion7(), PairStepKind.Consultation, "Тақырып", From.AddDays(day)) is not StepOutsidePair);
    }

    [Fact]
    public void One_writes_the_other_confirms_and_a_step_is_done_by_it()
    {
        Run();
        var step = Guid.CreateVersion7();
        Assert.Null(pair.Plan(step, PairStepKind.LessonVisit, "Тақырып", From.AddDays(10)));
        Assert.IsType<MeetingBeforePair>(pair.Hold(Meeting(Mentor, From.AddDays(-1))));
        var meeting = Meeting(Mentor, From.AddDays(12), step);
        Assert.Null(pair.Hold(meeting));
        Assert.Equal(From.AddDays(12), Assert.Single(pair.Steps).DoneOn);
        Assert.IsType<OwnMeeting>(pair.Answer(meeting.Id, Mentor, null, Now));
        Assert.Null(pair.Answer(meeting.Id, Young, "Рақмет", Now));
        Assert.Null(pair.Answer(meeting.Id, Young, "Рақмет", Now));
        Assert.IsType<MeetingAnswered>(pair.Answer(meeting.Id, Young, "Басқаша", Now));
        Assert.IsType<NotFound>(pair.Hold(Meeting(Mentor, From, Guid.CreateVersion7())));
    }

    [Fact]
    public void It_finishes_with_the_second_outcome_and_only_after_a_confirmed_meeting()
    {
        Run();
        var meeting = Meeting(Young, From);
        Assert.Null(pair.Hold(meeting));
        Assert.IsType<NoMeetingConfirmed>(pair.WriteOutcome(MentoringSide.Mentor, "Нәтиже", Now));
        Assert.Null(pair.Answer(meeting.Id, Mentor, null, Now));
        Assert.Null(pair.WriteOutcome(MentoringSide.Mentor, "Нәтиже", Now));
        Assert.Equal(PairStatus.Running, pair.Status);
        Assert.IsType<PairNotFinished>(pair.TakenToRecord(MentoringSide.Mentor, Guid.CreateVersion7()));
        Assert.Null(pair.WriteOutcome(MentoringSide.Mentee, "Менің нәтижем", Now));
        Assert.Equal(PairStatus.Finished, pair.Status);
        Assert.IsType<StepNotAllowed>(pair.WriteOutcome(MentoringSide.Mentee, "Басқаша", Now));
        Assert.IsType<StepNotAllowed>(pair.EndEarly(Young, "Себеп", Now));
        Assert.IsType<PairNotRunning>(pair.Hold(Meeting(Young, From)));
    }

    [Theory]
    [InlineData(PairStatus.Planned)]
    [InlineData(PairStatus.Agreed)]
    [InlineData(PairStatus.Running)]
    public void It_can_be_ended_early_from_every_state_that_goes_on(PairStatus status)
    {
        Assert.Contains(status, PairStates.Live);
        Assert.True(PairStates.Table.Allow(status, PairStatus.EndedEarly));
    }

    private static Result<MentoringPair> Propose(PairProposal proposal) => MentoringPair.Propose(Guid.CreateVersion7(), "TM-2026-000001", proposal, Now);

    private static PairProposal Proposal() => new(School, Mentor, School, Young, From, To, "Мақсат", null, Mentor);

    private PairMeeting Meeting(Guid author, DateOnly on, Guid? step = null) =>
        new() { PairId = pair.Id, StepId = step, HeldOn = on, AuthorId = author, Words = "Кездестік", WrittenAt = Now };

    private void Run()
    {
        Assert.Null(pair.Accept(MentoringSide.Mentor, Now));
        Assert.Null(pair.Accept(MentoringSide.Mentee, Now));
        Assert.Null(pair.Begin(Now));
    }
}
