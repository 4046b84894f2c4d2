// What tests ask the browser about the page it shows.

function visible(element) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return style.visibility !== 'hidden' && style.display !== 'none' && box.width > 1 && box.height > 1;
}

function describe(element) {
    return element.tagName.toLowerCase() + '.' + element.className + ' ' + element.textContent.trim().slice(0, 40);
}

function luminance([red, green, blue]) {
    const linear = (value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function channels(colour) {
    return colour.match(/[\d.]+/g).map(Number);
}

// The ground under an element: the first opaque background among its ancestors.
function ground(element) {
    for (let node = element; node; node = node.parentElement) {
        const colour = channels(getComputedStyle(node).backgroundColor);
        if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
}

// The texts that stand out less than seven to one from the ground under them.
function faintTexts() {
    const faint = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !visible(element)) continue;
        const shades = [channels(getComputedStyle(element).color), ground(element)].map(luminance);
        const ratio = (Math.max(...shades) + 0.05) / (Math.min(...shades) + 0.05);
        if (ratio < 7) faint.push(ratio.toFixed(2) + ' ' + describe(element));
    }
    return faint;
}

// Links and buttons smaller than a fingertip, those inside a sentence left out.
// Marks on the map lead to the headings of the list below it, where all else is as large as it must be.
function smallTargets() {
    const onMap = (link) => link.closest('svg') && link.getAttribute('href').startsWith('#');
    const inSentence = (link) => link.closest('.prose') || (link.closest('p') && link.parentElement.textContent.trim() !== link.textContent.trim());
    return [...document.querySelectorAll('a, button, summary, input, select')]
        .filter((target) => visible(target) && !onMap(target) && !inSentence(target) && !target.matches('.skip-link'))
        .filter((target) => {
            // A label is touched for its box.
            const box = (target.closest('label') ?? target).getBoundingClientRect();
            return box.width < 43.5 || box.height < 43.5;
        })
        .map(describe);
}

// How many pixels the page is wider than the window.
function overflow() {
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

function scrolls(element) {
    return /auto|scroll/.test(getComputedStyle(element).overflowX);
}

// The texts that a box cuts off, because it has a size of its own and hides the rest.
function cutTexts() {
    const hides = (element) => /hidden|clip/.test(getComputedStyle(element).overflow);
    const cut = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !visible(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const text = range.getBoundingClientRect();
        // What a box scrolls is not cut: one can get there.
        for (let box = element; box && !scrolls(box); box = box.parentElement) {
            const edge = box.getBoundingClientRect();
            const outside = text.bottom > edge.bottom + 1 || text.right > edge.right + 1 || text.left < edge.left - 1;
            if (hides(box) && outside) cut.push(describe(element));
        }
    }
    return cut;
}

function distance(point, box) {
    const across = Math.max(box.left - point.x, 0, point.x - box.right);
    const down = Math.max(box.top - point.y, 0, point.y - box.bottom);
    return Math.hypot(across, down);
}

// The discs that a thread is made of, in pixels of the window; what the top of the page clips is left out.
function discs(path, clip) {
    const toWindow = path.getScreenCTM();
    const radius = (parseFloat(getComputedStyle(path).strokeWidth) / 2) * Math.hypot(toWindow.a, toWindow.b);
    const found = [];
    for (let at = 0; at <= path.getTotalLength(); at += 8) {
        const point = path.getPointAtLength(at).matrixTransform(toWindow);
        if (distance(point, clip) === 0) found.push({ point, radius });
    }
    return found;
}

function threadsOf(weave) {
    const hero = weave.closest('.hero');
    const box = hero.getBoundingClientRect();
    const hangs = getComputedStyle(hero).overflow === 'visible';
    const clip = { left: 0, right: innerWidth, top: box.top, bottom: hangs ? box.bottom + 192 : box.bottom };
    const isDrawn = (path) => getComputedStyle(path).display !== 'none' && getComputedStyle(path.parentElement).display !== 'none';
    return [...weave.querySelectorAll('path:not(.weave__gap)')].filter(isDrawn).flatMap((path) => discs(path, clip));
}

// The texts that the weave or the fringe at the top of the page runs over, or touches.
function coveredTexts() {
    const threads = [...document.querySelectorAll('.weave')].flatMap(threadsOf);
    const fringes = [...document.querySelectorAll('.fringe')].map((fringe) => fringe.getBoundingClientRect());
    const covered = [];
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !visible(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const isCovered = [...range.getClientRects()].some(
            (line) =>
                threads.some(({ point, radius }) => distance(point, line) < radius) ||
                fringes.some((box) => line.top < box.bottom && line.bottom > box.top),
        );
        if (isCovered) covered.push(describe(element));
    }
    return covered;
}

// The words that a line break cuts in two, where no hyphen would tell.
function brokenWords() {
    const broken = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!visible(element) || getComputedStyle(element).hyphens === 'auto') continue;
        for (const word of walker.currentNode.data.matchAll(/[\p{L}\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(walker.currentNode, word.index);
            range.setEnd(walker.currentNode, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
            if (lines.size > 1) broken.push(word[0] + ' in ' + describe(element));
        }
    }
    return broken;
}

// Where the keyboard is, and whether one can see it there.
async function focused() {
    // The browser scrolls to the stop with the next frames.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
        what: describe(element) + ' at ' + [box.left, box.top, box.right, box.bottom].map(Math.round),
        outlined: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 3,
        inView: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
    };
}

function lengthenTexts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const words = walker.currentNode.data.trim();
        if (words) walker.currentNode.data += ' ' + words.slice(0, Math.ceil(words.length * 0.4));
    }
}

window.probes = { faintTexts, smallTargets, overflow, cutTexts, coveredTexts, brokenWords, focused, lengthenTexts };
