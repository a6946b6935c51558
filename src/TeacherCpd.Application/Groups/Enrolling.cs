using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Groups;

/// <summary>Makes enrolments.</summary>
internal static class Enrolling
{
    // without 0 and O, 1, I and L, which are taken for each other when read out or written by hand
    private const string CodeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 8;

    /// <summary>Whether a group takes applications: recruiting and not begun.</summary>
    public static bool TakesApplications(this StudyGroup group, DateOnly today) =>
        group.Status == GroupStatus.Recruiting && group.StartsOn > today;

    /// <summary>Gives a place outside the line, and a portfolio with it.</summary>
    public static Error? GivePlace(this IAppDbContext db, Enrolment enrolment, DateTime at)
    {
        var error = enrolment.Accept(at);
        if (error is null)
        {
            db.Portfolios.Add(Portfolio.Begin(enrolment.Id, at));
        }

        return error;
    }

    /// <summary>Whether work of the person waits for somebody else: a check, feedback or a grade.</summary>
    public static Task<bool> HasWorkUnderWayAsync(this IAppDbContext db, Guid enrolmentId, CancellationToken cancellationToken) =>
        db.Portfolios.AnyAsync(p => p.EnrolmentId == enrolmentId && Closing.OpenStates.Contains(p.Status), cancellationToken);

    /// <summary>Whether the person handed in anything.</summary>
    public static Task<bool> HasHandedInAsync(this IAppDbContext db, Guid enrolmentId, CancellationToken cancellationToken) =>
        db.Portfolios.AnyAsync(p => p.EnrolmentId == enrolmentId && p.Status != PortfolioStatus.Draft, cancellationToken);

    /// <summary>Adds a person to a group, with nothing decided yet.</summary>
    public static Enrolment Enrol(
        this IAppDbContext db,
        StudyGroup group,
        Guid personId,
        EnrolmentOrigin origin,
        Workplace? work,
        DateTime at,
        Guid? team = null,
        string? basis = null,
        Guid? transferredFrom = null)
    {
        var enrolment = new Enrolment
        {
            GroupId = group.Id,
            PersonId = personId,

            // a code that is taken already fails on its unique key, and the pipeline tries again with another
            ListenerCode = RandomNumberGenerator.GetString(CodeLetters, CodeLength),
            AppliedAt = at,
            Origin = origin,
            SchoolId = work?.SchoolId,
            RegionId = work?.RegionId,
            TeamId = team,
            Basis = basis,
            TransferredFromId = transferredFrom,
        };
        db.Enrolments.Add(enrolment);
        return enrolment;
    }
}
